import { DateTime } from 'luxon';
import type {
  EscapeHatchRequest,
  RequestContent,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { lastInstant } from '../format/formatEnd';
import type { DraftFields } from './DraftFields';

/** What a request says, as the form has it. An end within a day becomes that day. */
export function fieldsOf(
  request: RequestContent & Pick<EscapeHatchRequest, 'entityRef' | 'timeZone'>,
): DraftFields {
  const { target = {}, startsAt, timeZone } = request;
  const day = (at: Date) =>
    DateTime.fromJSDate(at, { zone: timeZone }).toISODate() ?? '';
  return {
    entityRef: request.entityRef,
    rules: request.rules,
    justification: request.justification,
    riskAssessment: request.riskAssessment,
    mitigations: request.mitigations,
    riskLevel: request.riskLevel,
    category: request.category,
    startsOnDay: startsAt !== undefined,
    startsAt: startsAt ? day(new Date(startsAt)) : '',
    expiresAt: day(lastInstant(request.expiresAt)),
    cluster: target.cluster ?? '',
    namespace: target.namespace ?? '',
    kind: target.kind ?? '',
    name: target.name ?? '',
    environments: target.environments ?? [],
    vulnerabilities: target.vulnerabilities ?? [],
  };
}
