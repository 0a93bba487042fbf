import type {
  EscapeHatchRequest,
  RequestAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { describeNobody } from '../callers/Caller';
import type { Visit } from '../callers/Visit';
import type { HatchRecord } from '../requests/HatchRecord';
import type { Standing } from '../requests/RequestService';
import { requestActions } from '../schemas/requestActions';

/**
 * Exactly what the caller may do now, and of all else why not.
 *
 * @param standing - what the request and the catalog let this person do; none of a guest or a service
 */
export async function permitted(options: {
  record: HatchRecord;
  standing: Standing | undefined;
  visit: Visit;
}): Promise<Pick<EscapeHatchRequest, 'allowedActions' | 'denied'>> {
  const { record, standing, visit } = options;
  const { caller, rights } = visit;
  const refusal = async (action: RequestAction) => {
    if (!standing) {
      return describeNobody(caller);
    }
    if (standing.denied[action]) {
      return standing.denied[action];
    }
    const missing = await rights.missing(action, record);
    return missing && `Missing permission '${missing}'.`;
  };
  const denied: EscapeHatchRequest['denied'] = {};
  const allowedActions: RequestAction[] = [];
  for (const action of requestActions) {
    const reason = await refusal(action);
    if (reason) {
      denied[action] = reason;
    } else {
      allowedActions.push(action);
    }
  }
  return { allowedActions, denied };
}
