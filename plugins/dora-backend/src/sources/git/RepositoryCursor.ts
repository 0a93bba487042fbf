import { z } from 'zod';

const schema = z.object({
  /** Newest commit of the default branch whose change was told; left out at the beginning. */
  commit: z.string().optional(),
  /** Its number in the first-parent history; -1 at the beginning. */
  position: z.number().int().min(-1),
  /** Revision of the changes that are told now. */
  generation: z.number().int().nonnegative(),
  /** Where a shallow history begins. */
  basis: z.string(),
  recount: z.object({ fork: z.string().nullable() }).optional(),
  /** Digest of the tags that were told. */
  tags: z.string().optional(),
  /** Tip of the default branch when commits beside it were placed. */
  placedAt: z.string().optional(),
});

/** Where the source of a service repository goes on. */
export type RepositoryCursor = z.infer<typeof schema>;

/** The cursor that was stored; undefined at first, and where it is of another form. */
export function parseCursor(stored: unknown): RepositoryCursor | undefined {
  return schema.safeParse(stored).data;
}
