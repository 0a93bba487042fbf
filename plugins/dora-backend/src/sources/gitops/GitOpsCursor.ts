import { z } from 'zod';

const schema = z.object({
  /** Newest commit that was read; left out at the beginning. */
  commit: z.string().optional(),
  /** Revision of the events that are told now. */
  generation: z.number().int().nonnegative(),
  /** What the events follow from beside the commits: rules, and where a shallow history begins. */
  basis: z.string(),
  recount: z.object({ fork: z.string().nullable() }).optional(),
  /** Versions of the files that cannot be read by now, from when they could, by path. */
  lastGood: z.record(z.string(), z.string()),
});

/** Where a GitOps source goes on. */
export type GitOpsCursor = z.infer<typeof schema>;

/** The cursor that was stored; undefined at first, and where it is of another form. */
export function parseCursor(stored: unknown): GitOpsCursor | undefined {
  return schema.safeParse(stored).data;
}
