import { makeStyles } from '@material-ui/core/styles';
import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { FEWEST } from '../../metrics/fewest';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { TooFew } from '../states';
import { TabCard } from '../TabCard';
import { BottleneckSentence } from './BottleneckSentence';
import { StagesTable } from './StagesTable';
import { WorstDeployments } from './WorstDeployments';

const useStyles = makeStyles(
  theme => ({
    /** The narrow column has no room to spare. */
    tight: {
      '& th, & td': { paddingRight: theme.spacing(1) },
      '& th:last-child, & td:last-child': { paddingRight: 0 },
      '& th.number': { whiteSpace: 'normal' },
    },
  }),
  { name: 'DoraStagesCard' },
);

/** What holds changes up on their way to production, and which deployments show it. */
export function StagesCard({ metrics }: { metrics: DoraMetrics }) {
  const { stages, bottleneck, changeLeadTime } = metrics;
  const t = useDoraTranslation();
  const classes = useStyles();
  const { n } = changeLeadTime;
  return (
    <TabCard title={t('stage.title')}>
      {n === 0 && t('stage.none')}
      {n > 0 && n < FEWEST && <TooFew what="changes" n={n} />}
      {n >= FEWEST && (
        <div className={classes.tight}>
          {bottleneck && <BottleneckSentence bottleneck={bottleneck} />}
          <StagesTable stages={stages} bottleneck={bottleneck?.stage} />
          {bottleneck && <WorstDeployments bottleneck={bottleneck} />}
        </div>
      )}
    </TabCard>
  );
}
