import { parseEntityRef } from '@backstage/catalog-model';
import type {
  DoraMetrics,
  DoraSourceStatus,
} from '@golden-path/backstage-plugin-dora-common';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { NoSourceConfigured, NoSourceForService } from '../states';
import { TabCard } from '../TabCard';

const COMPONENT = 'component:';

/** Why there are no numbers at all. */
export function NothingObserved(props: {
  metrics: DoraMetrics;
  sources?: DoraSourceStatus[];
}) {
  const { metrics, sources } = props;
  const { scope, dataQuality } = metrics;
  const t = useDoraTranslation();
  if (sources?.length === 0) {
    return (
      <TabCard title={t('state.noSource.title')}>
        <NoSourceConfigured />
      </TabCard>
    );
  }
  if (scope.toLowerCase().startsWith(COMPONENT)) {
    return (
      <TabCard title={t('state.noService.title')}>
        <NoSourceForService
          name={parseEntityRef(scope).name}
          lookedFor={dataQuality.findings.map(({ message }) => message)}
        />
      </TabCard>
    );
  }
  return (
    <TabCard title={t('page.nothing.title')}>
      {scope === 'all' ? t('page.nothing.all') : t('page.nothing.scope')}
    </TabCard>
  );
}
