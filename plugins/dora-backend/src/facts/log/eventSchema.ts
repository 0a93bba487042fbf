import { InputError } from '@backstage/errors';
import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import { z } from 'zod';
import { toMs } from '../../database/instants';

const line = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine(value => !value.includes('\0'), 'expected text without NUL');
/** A name; databases would store half a character as another one. */
const text = (longest: number) =>
  line(longest).refine(
    value => !/\p{Surrogate}/u.test(value),
    'expected valid Unicode',
  );
const instant = z.iso.datetime({ offset: true });
/** Beyond, days have no name of ten characters. */
const fact = instant.refine(value => {
  const ms = toMs(value);
  return ms >= 0 && ms < Date.UTC(9999, 0, 1);
}, 'expected an instant of the years 1970 to 9998');
const sha = z
  .string()
  .regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'expected a full commit SHA');
const subject = z.strictObject({
  by: z.enum([
    'ref',
    'dora-service',
    'cdevents',
    'name',
    'repository',
    'pagerduty',
  ]),
  value: text(400),
});

const base = {
  id: text(500),
  revision: z.number().int().nonnegative().optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
  evidence: line(1_000).optional(),
  demo: z.boolean().optional(),
  retracted: z.boolean().optional(),
};

const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('deployment'),
    service: subject,
    environment: text(200),
    version: text(500),
    sha: sha.optional(),
    shortSha: z
      .string()
      .regex(/^[0-9a-f]{7,39}$/, 'expected 7 to 39 digits of a commit SHA')
      .optional(),
    startedAt: fact.optional(),
    finishedAt: fact,
    sequence: z.number().int().nonnegative().optional(),
    outcome: z.enum(['success', 'failure']),
    assumed: z.boolean().optional(),
    kind: z.enum(['rollback', 'config', 'import', 'removal']).optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('change'),
    repository: text(400),
    sha: sha.optional(),
    position: z.number().int().nonnegative().optional(),
    mergedAt: fact.optional(),
    firstCommitAt: instant.optional(),
    commits: z
      .array(z.object({ authoredAt: instant, committedAt: instant }))
      .max(250)
      .optional(),
    openedAt: fact.optional(),
    firstReviewAt: fact.optional(),
    number: z.number().int().nonnegative().max(2_147_483_647).optional(),
    title: z.string().max(1_000).optional(),
    branch: z.string().max(500).optional(),
    labels: z.array(z.string().max(200)).max(100).optional(),
    reverts: z.array(sha).max(50).optional(),
    revertsNumbers: z.array(z.number().int().nonnegative()).max(50).optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('version'),
    repository: text(400),
    version: text(500),
    sha,
  }),
  z.strictObject({
    ...base,
    type: z.literal('commit'),
    repository: text(400),
    sha,
    contains: z.number().int().min(-1),
    containedBy: z.number().int().nonnegative().nullable(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('incident'),
    services: z.array(subject).max(50),
    environment: text(200).optional(),
    title: z.string().max(1_000).optional(),
    severity: z.string().max(100).optional(),
    openedAt: fact.optional(),
    resolvedAt: fact.nullable().optional(),
    deployment: text(500).optional(),
    version: text(500).optional(),
  }),
]);

/** @throws InputError that names index and path of the first event that is not valid */
export function parseEvents(events: DoraEvent[]): DoraEvent[] {
  return events.map((event, index) => {
    const result = eventSchema.safeParse(event);
    if (!result.success) {
      const [issue] = result.error.issues;
      const path = z.core.toDotPath(['events', index, ...issue.path]);
      throw new InputError(`${path}: ${issue.message}`);
    }
    return result.data;
  });
}
