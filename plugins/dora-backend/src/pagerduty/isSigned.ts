import { createHmac } from 'node:crypto';
import { isSameSecret } from '../ingest/isSameSecret';

/**
 * Whether a body was signed with one of the secrets, as PagerDuty's V3 webhooks are: HMAC-SHA256 of the body as it was
 * sent. While a secret is being changed, the header has a signature for each: `v1=<hex>,v1=<hex>`.
 */
export function isSigned(options: {
  body: Buffer;
  signatures: string;
  secrets: string[];
}): boolean {
  const given = options.signatures
    .split(',')
    .flatMap(text => /^v1=([0-9a-f]{64})$/.exec(text.trim())?.[1] ?? [])
    .slice(0, 10);
  const expected = options.secrets.map(secret =>
    createHmac('sha256', secret).update(options.body).digest('hex'),
  );
  return expected.some(digest =>
    given.some(signature => isSameSecret(signature, digest)),
  );
}
