import type { SloDefinition } from '../../definition/SloDefinition';
import type { DocumentNode } from '../DocumentNode';
import type { ReadContext } from '../SloFormatReader';
import { readAgreedWith } from './readAgreedWith';
import { readChoice } from './readChoice';
import { readName } from './readName';
import { readObjective } from './readObjective';
import { readPolicy } from './readPolicy';
import { readWindow } from './readWindow';

const FIELDS = [
  'name',
  'description',
  'sli',
  'target',
  'window',
  'error_budget_policy',
  'gap',
  'agreed_with',
] as const;

const GAP_POLICIES = { gap: 'gap', good: 'good', bad: 'bad' } as const;

interface SloSurroundings {
  service: string | undefined;
  owner: string | undefined;
  context: ReadContext;
}

/**
 * Reads one item of `slos`; undefined where anything of it is wrong.
 */
export function readSlo(
  slo: DocumentNode,
  { service, owner, context }: SloSurroundings,
): SloDefinition | undefined {
  const errorsBefore = slo.errors;
  const fields = slo.mapping(
    FIELDS,
    'an SLO with name, sli, target and window',
  );
  if (!fields) {
    return undefined;
  }
  const name = readName(fields.name, 'the name of an SLO');
  if (service !== undefined && name !== undefined) {
    context.register.claim(service, name, fields.name);
  }
  const description = fields.description.present
    ? fields.description.text('a text')
    : undefined;
  const measured = readObjective(fields.sli, fields.target, context);
  const window = readWindow(fields.window);
  const policy = readPolicy(fields.error_budget_policy);
  const gapPolicy = fields.gap.present
    ? readChoice(fields.gap, GAP_POLICIES)
    : 'gap';
  const agreedWith = readAgreedWith(fields.agreed_with);
  if (
    service === undefined ||
    name === undefined ||
    !measured ||
    !window ||
    !gapPolicy ||
    slo.errors > errorsBefore
  ) {
    return undefined;
  }
  const { indicatorLine, ...objective } = measured;
  return {
    format: 'golden-path',
    service,
    name,
    ...(owner !== undefined && { owner }),
    ...(description !== undefined && { description }),
    ...objective,
    window,
    policy,
    gapPolicy,
    ...(agreedWith && { agreedWith }),
    location: {
      file: slo.file,
      line: slo.lines.from,
      indicatorLine,
      ...(policy.length > 0 && {
        policyLines: fields.error_budget_policy.lines,
      }),
    },
  };
}
