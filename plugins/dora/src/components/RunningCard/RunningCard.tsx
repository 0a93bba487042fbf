import { makeStyles } from '@material-ui/core/styles';
import {
  shortVersion,
  type DoraService,
  type DoraSourceStatus,
} from '@golden-path/backstage-plugin-dora-common';
import { formatDuration } from '../../format/formatDuration';
import { formatMoment } from '../../format/formatMoment';
import type { MomentContext } from '../../format/MomentContext';
import type { Refreshed } from '../../hooks/useRefreshed';
import { useService } from '../../hooks/useService';
import { sourceName } from '../../sources/sourceName';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Moment } from '../Moment';
import { Loaded, TabCard } from '../TabCard';

const useStyles = makeStyles(
  theme => ({
    lanes: {
      display: 'grid',
      gridAutoFlow: 'column',
      gridAutoColumns: 'minmax(0, 1fr)',
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li': {
        padding: theme.spacing(0, 2),
        borderLeft: `1px solid ${statusTone(theme).line}`,
      },
      '& > li:first-child': { paddingLeft: 0, borderLeft: 0 },
      [theme.breakpoints.down(1000)]: {
        gridAutoFlow: 'row',
        gap: theme.spacing(2),
        '& > li': { padding: 0, borderLeft: 0 },
      },
    },
    version: {
      fontSize: theme.typography.pxToRem(20),
      lineHeight: '28px',
      fontWeight: 600,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'DoraRunningCard' },
);

type Running = DoraService['running'][number];

/** Which version runs in which environment, and since when, in the order of a version's way. */
export function RunningCard(props: {
  entityRef: string;
  sources: Refreshed<DoraSourceStatus[]>;
  context: MomentContext;
}) {
  const { entityRef, sources, context } = props;
  const { now } = context;
  const t = useDoraTranslation();
  const classes = useStyles();
  const request = useService(entityRef);
  const title = t('summary.running.title');
  return (
    <TabCard title={title} hint={readFrom()}>
      <Loaded request={request} label={t('summary.running.loading')}>
        {service =>
          service && service.running.length > 0 ? (
            // Safari takes a list without markers for no list.
            // eslint-disable-next-line jsx-a11y/no-redundant-roles
            <ol className={classes.lanes} role="list" aria-label={title}>
              {service.running.map((lane, i) => (
                <li key={lane.environment}>
                  <div className="small">{lane.environment}</div>
                  <div className={classes.version} title={lane.version}>
                    {shortVersion(lane.version)}
                  </div>
                  <div>
                    <Moment
                      at={lane.since}
                      text={t('summary.running.since', {
                        time: formatMoment(lane.since, context),
                      })}
                    />{' '}
                    <span className="quiet">
                      {t('summary.running.for', {
                        time: formatDuration(secondsBetween(lane.since, now)),
                      })}
                    </span>
                  </div>
                  <div className="small">
                    {wait(service.running[i - 1], lane)}
                  </div>
                </li>
              ))}
            </ol>
          ) : (
            t('summary.running.none')
          )
        }
      </Loaded>
    </TabCard>
  );

  /** How long a version took from one environment to the next. */
  function wait(before: Running | undefined, lane: Running) {
    if (!before || before.version !== lane.version) {
      return undefined;
    }
    const seconds = secondsBetween(before.since, lane.since);
    return seconds < 0
      ? undefined
      : t('summary.running.after', {
          time: formatDuration(seconds),
          environment: before.environment,
        });
  }

  /** When the repository of what is to run was last read; other sources report by themselves. */
  function readFrom() {
    const source = sources.value?.find(({ type }) => type === 'gitops');
    return source?.lastSeenAt
      ? t('summary.running.from', {
          source: sourceName(source.type, t),
          age: formatDuration(
            secondsBetween(source.lastSeenAt, sources.asOf ?? now),
          ),
        })
      : undefined;
  }
}

function secondsBetween(from: string | Date, to: string | Date): number {
  return (new Date(to).getTime() - new Date(from).getTime()) / 1000;
}
