import { parseEntityRef } from '@backstage/catalog-model';
import type { HatchRecord } from '../requests/HatchRecord';
import type { EscapeHatchSettings } from '../settings';
import { dayOf } from '../time/dayOf';
import { FORM_FIELDS } from './formFields';
import { quoted } from './quoted';

/** GitHub takes 256 characters. */
const LONGEST_TITLE = 250;

/**
 * A request with the fields of the form. What people wrote stands there as text only; "request 14" and not "#14", which
 * would be an issue.
 *
 * @param options.marker - comment that its body begins with
 */
export function requestText(
  record: HatchRecord,
  options: {
    settings: Pick<EscapeHatchSettings, 'timeZone' | 'appUrl'>;
    marker: string;
  },
): { title: string; body: string } {
  const { settings, marker } = options;
  const { number, entityRef, content, expiresAt } = record;
  const { name } = parseEntityRef(entityRef);
  const title = `Escape hatch ${number}: ${name} (${content.rules.join(', ')})`;
  const values = {
    service: entityRef,
    justification: content.justification,
    riskAssessment: content.riskAssessment,
    mitigations: content.mitigations,
    approver: approverText(record, settings),
    reviewDate: dayOf(expiresAt - 1, settings.timeZone),
  };
  return {
    title:
      title.length > LONGEST_TITLE
        ? `${title.slice(0, LONGEST_TITLE)}…`
        : title,
    body: [
      marker,
      `This issue mirrors ${linkTo(
        record,
        settings,
      )} in the developer portal. It is decided there; what is changed here changes nothing.`,
      ...FORM_FIELDS.map(
        ({ key, label }) => `## ${label}:\n\n${quoted(values[key])}`,
      ),
    ].join('\n\n'),
  };
}

function linkTo(
  { id, number }: Pick<HatchRecord, 'id' | 'number'>,
  { appUrl }: { appUrl?: string },
): string {
  return appUrl
    ? `[request ${number}](${appUrl}/escape-hatches/${encodeURIComponent(id)})`
    : `request ${number}`;
}

/** Each stage, with who has approved it. */
function approverText(
  { stages, approvals, owners }: HatchRecord,
  { timeZone }: { timeZone: string },
): string {
  return stages
    .map((stage, index) => {
      const refs = stage.approvers.flatMap(ref =>
        ref === 'owner' ? owners : [ref],
      );
      const approval = approvals.find(given => given.stage === index);
      const given = approval
        ? `, approved by ${approval.approver} on ${dayOf(
            approval.at,
            timeZone,
          )}`
        : '';
      return `${stage.title}: ${refs.join(', ')}${given}`;
    })
    .join('\n');
}
