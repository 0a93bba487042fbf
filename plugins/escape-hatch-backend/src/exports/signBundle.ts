import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { sha256 } from '../audit/sha256';
import type { EscapeHatchSettings } from '../settings';

/**
 * OPA's `.signatures.json`: a token over the digests of a bundle's files. OPA digests a JSON file as its canonical
 * text, which the files have to be.
 *
 * @see https://www.openpolicyagent.org/docs/management-bundles#signing
 */
export async function signBundle(
  files: { name: string; content: string }[],
  key: NonNullable<EscapeHatchSettings['signing']>,
): Promise<string> {
  const token = await new SignJWT({
    files: files.map(({ name, content }) => ({
      name,
      hash: sha256(content),
      algorithm: 'SHA-256',
    })),
    keyid: key.keyId,
  })
    .setProtectedHeader({ alg: key.algorithm, kid: key.keyId })
    .sign(createPrivateKey(key.privateKey));
  return JSON.stringify({ signatures: [token] });
}
