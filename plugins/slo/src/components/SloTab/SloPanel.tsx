import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityBudget,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { useSloRecords } from '../../hooks/useSloRecords';
import type { SloNote } from '../../notes/SloNote';
import { sloNotes } from '../../notes/sloNotes';
import { AlertsCard } from '../AlertsCard';
import { BurnDownCard } from '../BurnDownCard';
import { DefinitionCard } from '../DefinitionCard';
import { EpisodesCard } from '../EpisodesCard';
import { PolicyCard } from '../PolicyCard';
import { SloNotes } from '../SloNotes';
import { SloStats } from '../SloStats';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(3) },
    pair: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      [theme.breakpoints.down(860)]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
  }),
  { name: 'SloPanel' },
);

/** Everything about one SLO. */
export function SloPanel(props: {
  slo: SloStatus;
  budget: EntityBudget;
  now: Date;
  error?: Error;
  retry: () => void;
  generation?: number;
  onPresent: () => void;
}) {
  const { slo, budget, now, error, retry, generation, onPresent } = props;
  const classes = useStyles();
  const records = useSloRecords(slo.id);
  const notes = [
    ...(error
      ? [{ kind: 'loadError', error, retry, numbersOf: now } satisfies SloNote]
      : []),
    // What the policy asks for stands in the row of facts.
    ...sloNotes({ ...budget, slos: [slo] }).filter(
      ({ kind }) => kind !== 'policy',
    ),
  ];
  return (
    <>
      <SloNotes notes={notes} now={now} sloCount={1} />
      <div className={classes.root}>
        <SloStats slo={slo} now={now} />
        <BurnDownCard
          slo={slo}
          episodes={records.episodes.value?.items ?? []}
          now={now}
          generation={generation}
          onPresent={onPresent}
        />
        <div className={classes.pair}>
          <EpisodesCard
            slo={slo}
            request={records.episodes}
            now={now}
            onMore={records.moreEpisodes}
          />
          <AlertsCard slo={slo} now={now} />
        </div>
        <div className={classes.pair}>
          <DefinitionCard slo={slo} request={records.detail} />
          <PolicyCard
            slo={slo}
            detail={records.detail.value}
            history={records.policyHistory}
            now={now}
            onMore={records.morePolicyHistory}
          />
        </div>
      </div>
    </>
  );
}
