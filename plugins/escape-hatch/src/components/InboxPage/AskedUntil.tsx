import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { daysUntil } from '../../format/daysUntil';
import { formatEndDay } from '../../format/formatEnd';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';

/** The end that is asked for, and how far away it is. */
export function AskedUntil(props: { request: EscapeHatchRequest; now: Date }) {
  const { request, now } = props;
  const { expiresAt, latestExpiry, timeZone } = request;
  const t = useEscapeHatchTranslation();
  const count = daysUntil(expiresAt, now);
  const isMost = Date.parse(expiresAt) === Date.parse(latestExpiry);
  return (
    <>
      <span className="line">{formatEndDay(expiresAt, { now, timeZone })}</span>
      <div className="small">
        {isMost
          ? t('inbox.approve.mostDays', { count })
          : t('inbox.approve.days', { count })}
      </div>
    </>
  );
}
