import { parseEntityRef } from '@backstage/catalog-model';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatEnd, formatEndDay } from '../../format/formatEnd';
import { formatUsed } from '../../format/formatUsed';
import { formatUtc } from '../../format/formatMoment';
import { PENDING_PHASES } from '../../states/openPhases';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { EntityNames } from '../EntityRefs';
import { Moment } from '../Moment';
import { RequestNumber } from '../RequestCell';
import { StateWord } from '../StateWord';

/** Requests row by row: where the golden path is left, and until when. */
export function RequestsTable(props: {
  label: string;
  requests: EscapeHatchRequest[];
  now: Date;
  /** Of several teams; default: no. */
  hasOwners?: boolean;
}) {
  const { label, requests, now, hasOwners = false } = props;
  const t = useEscapeHatchTranslation();
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('list.request')}</th>
          <th scope="col">{t('list.service')}</th>
          {hasOwners && (
            <th scope="col" className="hide8">
              {t('list.owner')}
            </th>
          )}
          <th scope="col">{t('list.rule')}</th>
          <th scope="col">{t('list.state')}</th>
          <th scope="col">{t('list.until')}</th>
          <th scope="col" className="number hide8">
            {t('list.used')}
          </th>
        </tr>
      </thead>
      <tbody>
        {requests.map(request => (
          <tr key={request.id}>
            <td>
              <RequestNumber request={request} />
            </td>
            <td>{parseEntityRef(request.entityRef).name}</td>
            {hasOwners && (
              <td className="hide8">
                <EntityNames refs={request.owners} />
              </td>
            )}
            <td>{request.rules.join(', ')}</td>
            <td>
              <StateWord request={request} now={now} isShort />
            </td>
            <td>
              <Until request={request} now={now} />
            </td>
            <td className="number hide8">
              <Used request={request} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The end that counts or, before the approval, that is asked for. */
function Until(props: { request: EscapeHatchRequest; now: Date }) {
  const { request, now } = props;
  const { phase, expiresAt, revokedAt, timeZone } = request;
  const t = useEscapeHatchTranslation();
  const context = { now, timeZone };
  if (PENDING_PHASES.includes(phase)) {
    return <>{t('list.asked', { date: formatEndDay(expiresAt, context) })}</>;
  }
  if (phase === 'revoked' && revokedAt) {
    return <Moment at={revokedAt} text={formatUsed(revokedAt, context, t)} />;
  }
  return phase === 'scheduled' || phase === 'active' || phase === 'expired' ? (
    <span className="line" title={formatUtc(expiresAt)}>
      {formatEnd(expiresAt, context)}
    </span>
  ) : (
    <>–</>
  );
}

/** When a gate was last let through by it. */
function Used(props: { request: EscapeHatchRequest; now: Date }) {
  const { request, now } = props;
  const { phase, lastUsedAt, timeZone } = request;
  const t = useEscapeHatchTranslation();
  if (lastUsedAt) {
    const text = formatUsed(lastUsedAt, { now, timeZone }, t);
    return <Moment at={lastUsedAt} text={text} />;
  }
  return phase === 'active' ? (
    <span className="quiet">{t('list.never')}</span>
  ) : (
    <>–</>
  );
}
