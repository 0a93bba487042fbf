import { z } from 'zod';
import { toMs } from '../database/instants';

const instant = z.iso.datetime({ offset: true });

const schema = z.object({
  /** From when on the first pass collected. */
  since: z.string(),
  /** When the newest pull request, deployment and incident that an earlier pass saw were last changed or made. */
  pulls: instant.optional(),
  deployments: instant.optional(),
  incidents: instant.optional(),
  /** Deployments that had not ended yet. */
  pending: z.array(z.number()).default([]),
  /** When something was last pushed, as of the newest tags that were seen. */
  pushedAt: z.string().optional(),
  /** Of the first pages of the lists. */
  etags: z
    .object({
      pulls: z.string().optional(),
      deployments: z.string().optional(),
    })
    .default({}),
});

/** Where the source of a repository goes on. */
export type GithubCursor = z.output<typeof schema>;

/** The cursor that was stored; an empty one at first, and where it is of another form or began at another time. */
export function parseCursor(stored: unknown, since: string): GithubCursor {
  const cursor = schema.safeParse(stored).data;
  return cursor?.since === since ? cursor : { since, pending: [], etags: {} };
}

/** The later of two instants, of which one or both may be unknown. */
export function laterOf(a: string | undefined, b: string | undefined) {
  return a === undefined || (b !== undefined && toMs(b) > toMs(a)) ? b : a;
}
