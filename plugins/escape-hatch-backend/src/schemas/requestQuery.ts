import { entityRefSchema, pageQuery } from '@golden-path/backstage-http-api';
import { z } from 'zod';
import { formatQuery } from '../lists/wantsCsv';
import { ruleSchema } from './draftSchema';
import { phaseSchema, statusSchema } from './requestSchema';

/** One phase, or several that commas part. */
const phases = z
  .string()
  .max(200)
  .transform((text, context) => {
    const parsed = z.array(phaseSchema).safeParse(text.split(','));
    if (!parsed.success) {
      context.addIssue({
        code: 'custom',
        message: `expected phases parted by commas, of ${phaseSchema.options.join(
          ', ',
        )}`,
      });
      return z.NEVER;
    }
    return [...new Set(parsed.data)];
  });

/** Query parameters of GET /requests. */
export const requestQuery = z.strictObject({
  entityRef: entityRefSchema.optional(),
  owner: entityRefSchema.optional(),
  rule: ruleSchema.optional(),
  status: statusSchema.optional(),
  phase: phases.optional(),
  requester: entityRefSchema.optional(),
  order: z.enum(['newest', 'expiry']).default('newest'),
  ...pageQuery,
  ...formatQuery,
});
