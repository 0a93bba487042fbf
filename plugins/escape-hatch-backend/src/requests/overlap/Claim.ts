import type { HatchTarget } from '@golden-path/backstage-plugin-escape-hatch-common';
import { namesOfRule } from '../../rules/namesOfRule';
import type { EscapeHatchSettings } from '../../settings';
import type { HatchRecord } from '../HatchRecord';

/** What a request wants to hold alone. */
export interface Claim {
  entityRef: string;
  /** Ids of rules, and old ones that requests may still have. */
  rules: string[];
  target: HatchTarget | undefined;
  /** Ids of requests that do not count: itself, and what it renews. */
  exempt: string[];
}

/** What a request claims once it is submitted. */
export function claimOf(
  record: Pick<HatchRecord, 'id' | 'entityRef' | 'content' | 'renewalOf'>,
  settings: Pick<EscapeHatchSettings, 'rules'>,
): Claim {
  const { id, entityRef, content, renewalOf } = record;
  return {
    entityRef,
    rules: content.rules.flatMap(name => namesOfRule(settings, name)),
    target: content.target,
    exempt: renewalOf === null ? [id] : [id, renewalOf],
  };
}
