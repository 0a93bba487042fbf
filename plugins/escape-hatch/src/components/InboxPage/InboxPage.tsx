import { useInbox } from '../../inbox/InboxContext';
import { useGridStyles } from '../../theme/useGridStyles';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { AskLink } from '../AskLink';
import { DemoFoot } from '../DemoFoot';
import { HatchCard } from '../HatchCard';
import { MainHead } from '../MainHead';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { AdminCard } from './AdminCard';
import { DecidesAs } from './DecidesAs';
import { NothingWaits } from './NothingWaits';
import { OwnCard } from './OwnCard';
import { ToApproveCard } from './ToApproveCard';

/** What waits for the reader: to approve, as an admin, and in their own teams. */
export function InboxPage() {
  const t = useEscapeHatchTranslation();
  const { one } = useGridStyles();
  const { value, asOf, error, retry } = useInbox();

  return (
    <>
      <MainHead facts={value && <DecidesAs inbox={value} />}>
        <AskLink />
      </MainHead>
      {!value && (
        <HatchCard>
          {error ? (
            <LoadError error={error} retry={retry} />
          ) : (
            <Skeleton label={t('inbox.loading')} height={240} />
          )}
        </HatchCard>
      )}
      {value && asOf && (
        <div className={one} style={{ marginTop: 0 }}>
          <Sections inbox={value} now={asOf} />
        </div>
      )}
    </>
  );
}

function Sections(props: {
  inbox: NonNullable<ReturnType<typeof useInbox>['value']>;
  now: Date;
}) {
  const { inbox, now } = props;
  const t = useEscapeHatchTranslation();
  const { items, adminOf, memberOf, nextCursor } = inbox;
  const toApprove = items.filter(({ why }) => why === 'approve');
  const forAdmins = items.filter(
    ({ why }) => why === 'review' || why === 'stalled',
  );
  return (
    <>
      {toApprove.length > 0 && <ToApproveCard items={toApprove} now={now} />}
      {forAdmins.length > 0 && (
        <AdminCard
          items={forAdmins}
          isAdmin={adminOf !== undefined}
          now={now}
        />
      )}
      {nextCursor && (
        <p role="status">{t('inbox.more', { n: String(items.length) })}</p>
      )}
      {items.length === 0 && <NothingWaits memberOf={memberOf} />}
      <OwnCard inbox={inbox} now={now} />
      <DemoFoot />
    </>
  );
}
