import PauseIcon from '@material-ui/icons/Pause';
import ClockIcon from '@material-ui/icons/Schedule';
import type { InboxItem } from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatEnd } from '../../format/formatEnd';
import { usePageLinks } from '../../hooks/usePageLinks';
import { currentStageTitle } from '../../states/stateWord';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionLink } from '../ActionLink';
import { EntityNames } from '../EntityRefs';
import { HatchCard } from '../HatchCard';
import { IconWord } from '../IconWord';
import { RequestCell } from '../RequestCell';

/** Due reviews, and requests that nobody may approve. */
export function AdminCard(props: {
  items: InboxItem[];
  isAdmin: boolean;
  now: Date;
}) {
  const { items, isAdmin, now } = props;
  const t = useEscapeHatchTranslation();
  const n = String(items.length);
  const title = isAdmin
    ? t('inbox.admin.title', { n })
    : t('inbox.admin.titleOther', { n });
  return (
    <HatchCard title={title}>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('inbox.approve.request')}</th>
            <th scope="col">{t('inbox.approve.rule')}</th>
            <th scope="col">{t('inbox.admin.what')}</th>
            <th scope="col">{t('inbox.admin.until')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <Row key={item.id} item={item} now={now} />
          ))}
        </tbody>
      </table>
    </HatchCard>
  );
}

function Row({ item, now }: { item: InboxItem; now: Date }) {
  const { expiresAt, timeZone, daysLeft } = item;
  const number = String(item.number);
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const isStalled = item.why === 'stalled';
  return (
    <tr>
      <td>
        <RequestCell request={item}>
          <EntityNames refs={item.owners} />
        </RequestCell>
      </td>
      <td>{item.rules.join(', ')}</td>
      <td>
        <IconWord icon={isStalled ? PauseIcon : ClockIcon} tone="warn">
          {isStalled ? t('state.stalled') : t('state.reviewDue')}
          <div className="small">
            {isStalled
              ? t('inbox.admin.stalledHint', { stage: currentStageTitle(item) })
              : t('inbox.admin.reviewHint')}
          </div>
        </IconWord>
      </td>
      <td>
        <span className="line">{formatEnd(expiresAt, { now, timeZone })}</span>
        {daysLeft !== undefined && (
          <div className="small">
            {daysLeft === 0
              ? t('state.lastDay')
              : t('state.daysLeft', { count: daysLeft })}
          </div>
        )}
      </td>
      <td className="number">
        {links && (
          <ActionLink
            to={links.request(item.id)}
            aria-label={
              isStalled
                ? t('inbox.admin.resolveOf', { number })
                : t('inbox.admin.reviewOf', { number })
            }
          >
            {isStalled ? t('inbox.admin.resolve') : t('inbox.admin.review')}
          </ActionLink>
        )}
      </td>
    </tr>
  );
}
