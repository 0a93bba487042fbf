import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Caller } from './Route';

/**
 * Does what has to be accounted for: the audit log says what was tried, by whom, and whether it came to pass.
 *
 * @returns what `act` returns
 * @throws what `act` throws
 * @public
 */
export async function audited<T>(options: {
  auditor: AuditorService;
  /** Of a `Caller`. */
  credentials: BackstageCredentials;
  /** In kebab case, without the plugin's name. */
  eventId: string;
  /** What it is about. */
  meta: JsonObject;
  /** Does it. */
  act: () => Promise<T>;
}): Promise<T> {
  const { auditor, credentials, eventId, meta, act } = options;
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    meta: { by: nameOf(credentials.principal as Caller), ...meta },
  });
  try {
    const result = await act();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}

function nameOf(caller: Caller): string {
  return caller.type === 'user' ? caller.userEntityRef : caller.subject;
}
