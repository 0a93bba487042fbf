import { parseEntityRef } from '@backstage/catalog-model';

/** A user or group within a sentence: `ml-lead` of `user:default/ml-lead`. What is no ref stays as it is. */
export function personName(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}
