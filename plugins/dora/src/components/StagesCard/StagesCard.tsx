import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import { FEWEST } from '../../metrics/fewest';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { TooFew } from '../states';
import { TabCard } from '../TabCard';
import { BottleneckSentence } from './BottleneckSentence';
import { StagesTable } from './StagesTable';
import { WorstDeployments } from './WorstDeployments';

/** What holds changes up on their way to production, and which deployments show it. */
export function StagesCard({ metrics }: { metrics: DoraMetrics }) {
  const { stages, bottleneck, changeLeadTime } = metrics;
  const t = useDoraTranslation();
  const { n } = changeLeadTime;
  return (
    <TabCard title={t('stage.title')}>
      {n === 0 && t('stage.none')}
      {n > 0 && n < FEWEST && <TooFew what="changes" n={n} />}
      {n >= FEWEST && (
        <>
          {bottleneck && <BottleneckSentence bottleneck={bottleneck} />}
          <StagesTable stages={stages} bottleneck={bottleneck?.stage} />
          {bottleneck && <WorstDeployments bottleneck={bottleneck} />}
        </>
      )}
    </TabCard>
  );
}
