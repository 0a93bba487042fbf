import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request's header has the demo's token as the password of Basic authentication; any user name will do. */
export function isPushToken(
  authorization: string | undefined,
  token: string,
): boolean {
  const [, encoded] =
    /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? [];
  if (!encoded) {
    return false;
  }
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const password = credentials.slice(credentials.indexOf(':') + 1);
  return timingSafeEqual(digest(password), digest(token));
}

/** Of equal length, as the comparison wants it. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
