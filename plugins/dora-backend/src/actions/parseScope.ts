import { InputError } from '@backstage/errors';
import { scopeSchema } from '../schemas/scopeQuery';

/** @throws InputError for what is neither `all` nor a full entity ref */
export function parseScope(scope: string): string {
  const parsed = scopeSchema.safeParse(scope);
  if (!parsed.success) {
    throw new InputError(`scope: ${parsed.error.issues[0].message}`);
  }
  return parsed.data;
}
