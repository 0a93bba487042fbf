import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatDay } from '../../format/formatMoment';
import { formatEndDay } from '../../format/formatEnd';
import { usePageLinks } from '../../hooks/usePageLinks';
import { currentStageTitle } from '../../states/stateWord';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { AskedChange } from './AskedChange';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A renewal can be asked for so many days before the end. */
const RENEWAL_DAYS = 30;

/** What is to be done next by the team that has the request, or until when nothing is. */
export function NextStep(props: { request: EscapeHatchRequest; now: Date }) {
  const { request, now } = props;
  const { id, number, phase, timeZone, allowedActions, confirmBy } = request;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const context = { now, timeZone };
  const may = (action: (typeof allowedActions)[number]) =>
    allowedActions.includes(action);
  const step = (
    hint: ReactNode,
    name: 'edit' | 'submit' | 'renew' | 'confirm',
    to: string | undefined,
  ) => (
    <>
      {hint}
      {hint && ' '}
      {to && (
        <Link
          to={to}
          underline="always"
          aria-label={t(`inbox.own.${name}Of`, { number: String(number) })}
        >
          {t(`inbox.own.${name}`)}
        </Link>
      )}
    </>
  );
  if (may('confirm-owner')) {
    const hint =
      confirmBy &&
      t('inbox.own.confirmBy', { date: formatEndDay(confirmBy, context) });
    return step(hint, 'confirm', links?.request(id));
  }
  if (phase === 'changes_requested') {
    return step(
      <AskedChange id={id} />,
      'edit',
      may('edit') ? links?.edit(id) : undefined,
    );
  }
  if (phase === 'draft') {
    return step(
      t('inbox.own.submitHint'),
      'submit',
      may('submit') ? links?.request(id) : undefined,
    );
  }
  if (may('renew')) {
    return step(undefined, 'renew', links?.request(id));
  }
  return (
    <span className="quiet">
      <NothingToDo request={request} now={now} />
    </span>
  );
}

/** Others are to do something, or nobody is. */
function NothingToDo(props: { request: EscapeHatchRequest; now: Date }) {
  const { request, now } = props;
  const { phase, expiresAt, activeFrom, timeZone } = request;
  const t = useEscapeHatchTranslation();
  if (phase === 'submitted') {
    return <>{t('inbox.own.decides', { stage: currentStageTitle(request) })}</>;
  }
  const renewal = Math.max(
    Date.parse(expiresAt) - RENEWAL_DAYS * DAY_MS,
    activeFrom ? Date.parse(activeFrom) : 0,
  );
  return (
    <>
      {renewal > now.getTime()
        ? t('inbox.own.nothingUntil', {
            date: formatDay(new Date(renewal), { now, timeZone }),
          })
        : t('inbox.own.nothing')}
    </>
  );
}
