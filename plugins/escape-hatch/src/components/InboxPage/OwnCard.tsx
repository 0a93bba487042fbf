import { Link } from '@backstage/core-components';
import type { Inbox } from '../../inbox/InboxContext';
import { ownRows } from '../../inbox/ownRows';
import { useTeamRequests } from '../../inbox/useTeamRequests';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { EntityNames } from '../EntityRefs';
import { HatchCard } from '../HatchCard';
import { RequestCell } from '../RequestCell';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { StateWord } from '../StateWord';
import { NextStep } from './NextStep';

/** What the reader's teams have asked for and have, first what waits for them. */
export function OwnCard(props: { inbox: Inbox; now: Date }) {
  const { inbox, now } = props;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const { value, error, retry } = useTeamRequests(inbox.memberOf);
  if (!value) {
    return (
      <HatchCard title={t('inbox.own.titleMore')}>
        {error ? (
          <LoadError error={error} retry={retry} />
        ) : (
          <Skeleton label={t('inbox.own.loading')} />
        )}
      </HatchCard>
    );
  }
  const rows = ownRows({ inbox: inbox.items, team: value.items });
  if (rows.length === 0) {
    return null;
  }
  const title = value.hasMore.length
    ? t('inbox.own.titleMore')
    : t('inbox.own.title', { n: String(rows.length) });
  return (
    <HatchCard title={title} hint={t('inbox.own.hint')}>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('inbox.approve.request')}</th>
            <th scope="col">{t('inbox.approve.rule')}</th>
            <th scope="col">{t('inbox.own.state')}</th>
            <th scope="col">{t('inbox.own.next')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(request => (
            <tr key={request.id}>
              <td>
                <RequestCell request={request} />
              </td>
              <td>{request.rules.join(', ')}</td>
              <td>
                <StateWord request={request} now={now} />
              </td>
              <td>
                <NextStep request={request} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {links &&
        value.hasMore.map(owner => (
          <p key={owner}>
            <Link to={links.requests({ owner })}>
              {t('inbox.own.all', { owner: <EntityNames refs={[owner]} /> })}
            </Link>
          </p>
        ))}
    </HatchCard>
  );
}
