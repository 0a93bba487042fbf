import type { RuleStage } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { EscapeHatchSettings } from '../settings';

/** The renewal from which on a chain is a long-running exception. */
const LONG_CHAIN = 4;

/** 12 months. */
const LONG_MS = 365 * 86_400_000;

/**
 * The last stage that a renewal needs beside its rules' own once its chain is long: what is needed for ever belongs
 * into the golden path. Undefined while the chain is short.
 *
 * @param options.chainLength - which of its chain the request is, from 1
 * @param options.chainSince - ms: the beginning of the first of the chain; null of a first one
 * @param options.expiresAt - ms: the asked end
 * @param options.stages - the rules' own
 */
export function longRunningStage(options: {
  chainLength: number;
  chainSince: number | null;
  expiresAt: number;
  stages: RuleStage[];
  settings: Pick<EscapeHatchSettings, 'adminGroup' | 'securityGroup'>;
}): RuleStage | undefined {
  const { chainLength, chainSince, expiresAt, stages, settings } = options;
  const lasts = chainSince !== null && expiresAt - chainSince > LONG_MS;
  if (chainLength < LONG_CHAIN && !lasts) {
    return undefined;
  }
  const { adminGroup, securityGroup } = settings;
  const securityDecides = stages.some(({ approvers }) =>
    approvers.includes(securityGroup),
  );
  return {
    id: 'long-running',
    title: 'Long-running exception',
    approvers: [securityDecides ? adminGroup : securityGroup],
    fallback: [adminGroup, securityGroup],
  };
}
