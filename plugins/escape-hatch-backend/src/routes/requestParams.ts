import { z } from 'zod';

/** A request in the path. */
export const requestParams = z.strictObject({ id: z.string().max(36) });
