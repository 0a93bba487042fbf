import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useDelivery } from '../../hooks/useDelivery';
import { DeliveryView } from '../DeliveryView';
import { DeploymentsCard } from '../DeploymentsCard';
import { ExportMetricsButton } from '../ExportMetricsButton';
import { FilterRow } from '../FilterRow';
import { RunningCard } from '../RunningCard';

/** What of a service runs where, since when, and how it is delivered. */
export function ComponentTab() {
  const { entity } = useEntity();
  const scope = stringifyEntityRef(entity);
  return <ComponentTabOf key={scope} scope={scope} />;
}

function ComponentTabOf({ scope }: { scope: string }) {
  const delivery = useDelivery(scope);
  const { period, metrics, sources, context } = delivery;
  return (
    <>
      <FilterRow
        period={period}
        timeZone={context.timeZone}
        completeFrom={metrics.value?.metrics.completeFrom}
      >
        <ExportMetricsButton delivery={delivery} />
      </FilterRow>
      <DeliveryView
        delivery={delivery}
        before={
          <RunningCard entityRef={scope} sources={sources} context={context} />
        }
      >
        {loaded => (
          <DeploymentsCard loaded={loaded} context={context} isOneService />
        )}
      </DeliveryView>
    </>
  );
}
