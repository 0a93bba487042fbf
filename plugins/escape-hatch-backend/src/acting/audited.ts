import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Caller } from '@golden-path/backstage-http-api';

/**
 * Does what has to be accounted for: the audit log says what was tried, by whom, and whether it came to pass.
 */
export async function audited<T>(options: {
  auditor: AuditorService;
  credentials: BackstageCredentials;
  eventId: string;
  meta: JsonObject;
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
