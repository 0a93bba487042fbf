import type { DoraSourceStatus } from '@golden-path/backstage-plugin-dora-common';
import type { MomentContext } from '../../format/MomentContext';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ReadingHistory } from '../states';
import { TabCard } from '../TabCard';

/** While a source reads what happened before: how far it is, and from when on numbers are complete. */
export function HistoryNote(props: {
  sources?: DoraSourceStatus[];
  context: MomentContext;
}) {
  const { sources = [], context } = props;
  const t = useDoraTranslation();
  const reading = sources.filter(({ state }) => state === 'backfilling');
  return (
    <>
      {reading.map(source => (
        <TabCard key={source.id} title={t('state.reading.title')}>
          <ReadingHistory source={source} {...context} />
        </TabCard>
      ))}
    </>
  );
}
