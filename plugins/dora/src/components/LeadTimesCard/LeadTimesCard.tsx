import { lazy, Suspense, useState } from 'react';
import type { ChangeLeadTime } from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../../format/formatCount';
import { leadTimesSentence } from '../../leadTimes/leadTimesSentence';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ChartCaption } from '../ChartCaption';
import { Skeleton } from '../Skeleton';
import { TabCard } from '../TabCard';
import { TableToggle } from '../TableToggle';
import { LeadTimesTable } from './LeadTimesTable';

/** The chart and its scales come as a chunk of their own. */
const LeadTimesChart = lazy(() =>
  import('../LeadTimesChart').then(m => ({ default: m.LeadTimesChart })),
);

/** The height of the chart, so that nothing below it moves. */
const HEIGHT = 184;

/** How long changes took; only where there are enough to speak of. */
export function LeadTimesCard({ leadTime }: { leadTime: ChangeLeadTime }) {
  const t = useDoraTranslation();
  const [isTable, setIsTable] = useState(false);
  const title = t('chart.leadTimes.title', {
    n: formatCount(leadTime.n),
    count: leadTime.n,
  });
  const sentence = leadTimesSentence(leadTime, t);
  return (
    <TabCard
      title={title}
      controls={<TableToggle isTable={isTable} onChange={setIsTable} />}
    >
      {isTable ? (
        <LeadTimesTable leadTime={leadTime} label={title} />
      ) : (
        <Suspense
          fallback={<Skeleton label={t('chart.loading')} height={HEIGHT} />}
        >
          <LeadTimesChart leadTime={leadTime} label={sentence} />
        </Suspense>
      )}
      <ChartCaption>{sentence}</ChartCaption>
    </TabCard>
  );
}
