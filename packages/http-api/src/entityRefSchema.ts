import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/**
 * A full entity ref, in the catalog's own spelling.
 *
 * @public
 */
export const entityRefSchema = z
  .string()
  .max(255)
  .transform((ref, context) => {
    try {
      return stringifyEntityRef(parseEntityRef(ref));
    } catch {
      context.addIssue({
        code: 'custom',
        message: `expected a full entity ref such as component:default/api-service, got '${ref}'`,
      });
      return z.NEVER;
    }
  });
