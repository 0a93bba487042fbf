import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Config } from '@backstage/config';
import { z } from 'zod';
import { parseSection } from './parseSection';

/** Algorithms that OPA verifies with a public key, by the type of key. */
const ALGORITHMS: Record<string, string[]> = {
  rsa: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ec: ['ES256', 'ES384', 'ES512'],
};

/** Curves by algorithm. */
const CURVES: Record<string, string> = {
  ES256: 'prime256v1',
  ES384: 'secp384r1',
  ES512: 'secp521r1',
};

const signingSchema = z
  .strictObject({
    keyId: z.string().trim().min(1),
    algorithm: z.enum(Object.values(ALGORITHMS).flat()),
    privateKey: z.string().min(1),
  })
  .optional();

/**
 * The key that signs the signed bundle.
 *
 * @throws naming the configuration's key when it is no private key, or none for the algorithm; never with its content
 */
export function readSigning(
  config: Config,
): z.infer<typeof signingSchema> | undefined {
  const key = 'escapeHatch.signing';
  const signing = parseSection({
    config,
    key,
    schema: signingSchema,
    fallback: undefined,
  });
  if (!signing) {
    return undefined;
  }
  const { algorithm } = signing;
  const privateKey = parseKey(signing.privateKey);
  const fits =
    ALGORITHMS[privateKey?.asymmetricKeyType ?? '']?.includes(algorithm) &&
    (CURVES[algorithm] === undefined ||
      CURVES[algorithm] === privateKey?.asymmetricKeyDetails?.namedCurve);
  if (!fits) {
    throw new Error(
      `${key}.privateKey: expected a PEM private key without passphrase for ${algorithm}`,
    );
  }
  return signing;
}

function parseKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
