import { tokenTypes } from '@backstage/plugin-auth-node';
import { Request } from 'express';
import { decodeProtectedHeader } from 'jose';
import { PORTAL_USER_AGENT } from './fetchAsPortal';

/** Public keys, which plugins ask each other for without a token. */
const KEYS_PATH = '/jwks.json';

/**
 * Whether a request is one that the portal's SLO is about: an API call from outside. Health checks,
 * preflights, calls between plugins and the portal's pushes of its own measurements are not.
 */
export function isPortalRequest(req: Request): boolean {
  return (
    req.path.startsWith('/api/') &&
    !req.path.endsWith(KEYS_PATH) &&
    req.method !== 'OPTIONS' &&
    req.headers['user-agent'] !== PORTAL_USER_AGENT &&
    !isFromPlugin(req.headers.authorization)
  );
}

/** The signature does not matter: whoever forges a token leaves only requests of their own out. */
function isFromPlugin(authorization: string | undefined): boolean {
  try {
    const { typ } = decodeProtectedHeader(authorization!.replace(/^\S+ /, ''));
    return typ === tokenTypes.plugin.typParam;
  } catch {
    return false;
  }
}
