import { InputError } from '@backstage/errors';
import { containsNul } from '@golden-path/backstage-http-api';

/** The value of a raw body that is JSON; errors do not repeat what was sent. */
export function parseJsonBody(body: Buffer): unknown {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new InputError('body: expected valid JSON');
  }
  if (containsNul(value)) {
    throw new InputError('body: expected text without NUL characters');
  }
  return value;
}
