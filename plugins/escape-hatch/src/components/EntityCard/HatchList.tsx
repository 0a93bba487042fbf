import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EscapeHatchRequest,
  RequestPhase,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { usePageLinks } from '../../hooks/usePageLinks';
import { PENDING_PHASES } from '../../states/openPhases';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { DaysLeft } from '../DaysLeft';
import { DemoFoot } from '../DemoFoot';
import { PlainList } from '../PlainList';
import { RequestNumber } from '../RequestCell';
import { StateWord } from '../StateWord';

const useStyles = makeStyles(
  theme => ({
    counts: { margin: 0 },
    title: { fontWeight: 600, overflowWrap: 'anywhere' },
    state: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1),
    },
    links: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'EscapeHatchHatchList' },
);

/** The escape hatches of a component: first what is active, soonest end first, then what is asked for. */
export function HatchList(props: {
  entityRef: string;
  /** Soonest end first. */
  requests: EscapeHatchRequest[];
  hasMore: boolean;
  now: Date;
}) {
  const { entityRef, requests, hasMore, now } = props;
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  const links = usePageLinks();
  const isPending = ({ phase }: EscapeHatchRequest) =>
    PENDING_PHASES.includes(phase);
  const pending = requests.filter(isPending);
  const approved = requests.filter(request => !isPending(request));
  const active = approved.filter(({ phase }) => phase === 'active');
  return (
    <>
      <p className={classes.counts}>
        {!hasMore && <Counts requests={requests} />}{' '}
        {active.length > 0 &&
          t('entity.next', { rules: active[0].rules.join(', ') })}
      </p>
      <PlainList label={t('entity.list')}>
        {[...approved, ...pending].map(request => (
          <li key={request.id}>
            <div className={classes.title}>
              {request.rules.join(', ')}{' '}
              <RequestNumber request={request} isBesideText />
            </div>
            <div className={classes.state}>
              <State request={request} now={now} />
            </div>
          </li>
        ))}
      </PlainList>
      {links && (
        <div className={classes.links}>
          <Link to={links.create({ entityRef })}>{t('common.ask')}</Link>
          {hasMore && (
            <Link to={links.requests({ entityRef })}>{t('entity.more')}</Link>
          )}
        </div>
      )}
      <DemoFoot />
    </>
  );
}

function Counts({ requests }: { requests: EscapeHatchRequest[] }) {
  const t = useEscapeHatchTranslation();
  const count = (...phases: RequestPhase[]) =>
    String(requests.filter(({ phase }) => phases.includes(phase)).length);
  const active = count('active');
  const scheduled = count('scheduled');
  const pending = count(...PENDING_PHASES);
  return (
    <>
      {scheduled === '0'
        ? t('entity.counts', { active, pending })
        : t('entity.countsScheduled', { active, scheduled, pending })}
    </>
  );
}

function State(props: { request: EscapeHatchRequest; now: Date }) {
  const { request, now } = props;
  const { id, number, phase, flags, allowedActions } = request;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const isCounting = phase === 'active' && !flags.includes('suspended');
  return (
    <>
      {isCounting ? (
        <DaysLeft request={request} now={now} />
      ) : (
        <StateWord request={request} now={now} isShort />
      )}
      {links && allowedActions.includes('renew') && (
        <Link
          to={links.request(id)}
          underline="always"
          aria-label={t('entity.renewOf', { number: String(number) })}
        >
          {t('entity.renew')}
        </Link>
      )}
    </>
  );
}
