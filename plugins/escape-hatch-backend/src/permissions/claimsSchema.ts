import { z } from 'zod';

/** Parameters of all rules: a policy passes on what it knows of the user. */
export const claimsSchema = z.object({
  claims: z
    .array(z.string())
    .describe('Full entity refs of the user and of their groups'),
});
