import { ALL, useScope } from '../../hooks/useScope';
import { useDelivery } from '../../hooks/useDelivery';
import { useGridStyles } from '../../theme/useGridStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { DeliveryView } from '../DeliveryView';
import { DeploymentsCard } from '../DeploymentsCard';
import { ExportMetricsButton } from '../ExportMetricsButton';
import { FilterRow } from '../FilterRow';
import { PageHeading } from '../PageHeading';
import { QualityCard } from '../QualityCard';
import { ReviewCard } from '../ReviewCard';
import { ScopePicker } from '../ScopePicker';
import { ServicesCard } from '../ServicesCard';

/** The organisation, or a part of it: faster, safer, and what holds it back. */
export function OverviewPage() {
  const { scope, setScope } = useScope();
  // A key, so that no numbers of one scope stand under the name of another.
  return <Overview key={scope} scope={scope} setScope={setScope} />;
}

function Overview(props: { scope: string; setScope: (scope: string) => void }) {
  const { scope, setScope } = props;
  const t = useDoraTranslation();
  const { halves } = useGridStyles();
  const delivery = useDelivery(scope);
  const { period, metrics, context } = delivery;
  return (
    <>
      <PageHeading title={t('page.heading')}>
        <ScopePicker scope={scope} onChange={setScope} />
        <ExportMetricsButton delivery={delivery} />
      </PageHeading>
      <FilterRow
        period={period}
        timeZone={context.timeZone}
        completeFrom={metrics.value?.metrics.completeFrom}
      />
      <DeliveryView delivery={delivery}>
        {loaded => (
          <>
            {scope !== ALL && (
              <ServicesCard
                loaded={loaded}
                title={t('summary.services.scope')}
              />
            )}
            <DeploymentsCard loaded={loaded} context={context} />
            <div className={halves} style={{ marginTop: 0 }}>
              <QualityCard loaded={loaded} />
              <ReviewCard scope={scope} context={context} />
            </div>
          </>
        )}
      </DeliveryView>
    </>
  );
}
