import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useDelivery } from '../../hooks/useDelivery';
import { useGridStyles } from '../../theme/useGridStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { DeliveryView } from '../DeliveryView';
import { ExportMetricsButton } from '../ExportMetricsButton';
import { FilterRow } from '../FilterRow';
import { OpenActionsCard } from '../OpenActionsCard';
import { ServicesCard } from '../ServicesCard';

/** How a team's services are delivered, and what the team decided to do about it. */
export function GroupTab() {
  const { entity } = useEntity();
  const scope = stringifyEntityRef(entity);
  return <GroupTabOf key={scope} scope={scope} />;
}

function GroupTabOf({ scope }: { scope: string }) {
  const t = useDoraTranslation();
  const { wideAndNarrow } = useGridStyles();
  const delivery = useDelivery(scope);
  const { period, metrics, context } = delivery;
  return (
    <>
      <FilterRow
        period={period}
        timeZone={context.timeZone}
        completeFrom={metrics.value?.metrics.completeFrom}
      >
        <ExportMetricsButton delivery={delivery} />
      </FilterRow>
      <DeliveryView delivery={delivery}>
        {loaded => (
          <div className={wideAndNarrow} style={{ marginTop: 0 }}>
            <ServicesCard loaded={loaded} title={t('summary.services.team')} />
            <OpenActionsCard scope={scope} context={context} />
          </div>
        )}
      </DeliveryView>
    </>
  );
}
