import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/**
 * Does what has to be accounted for: the audit log says what was tried, by whom, and whether it came to pass.
 *
 * @param act - its result is added to the event
 */
export async function audited<T extends JsonObject>(options: {
  auditor: AuditorService;
  eventId: string;
  meta: JsonObject;
  act: () => Promise<T>;
}): Promise<T> {
  const { auditor, eventId, meta, act } = options;
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    meta,
  });
  try {
    const result = await act();
    await event.success({ meta: result });
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
