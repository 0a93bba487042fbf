import { useState } from 'react';
import { useBackendTimeZone } from '../../hooks/useBackendTimeZone';
import { useScope } from '../../hooks/useScope';
import { periodWindow } from '../../period/periodWindow';
import { usePeriod } from '../../period/usePeriod';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { FilterRow } from '../FilterRow';
import { PageHeading } from '../PageHeading';
import { ScopePicker } from '../ScopePicker';
import { DeploymentList } from './DeploymentList';

/** Every deployment of a scope and a period, with the way to each. */
export function DeploymentsPage() {
  const t = useDoraTranslation();
  const [now] = useState(() => new Date());
  const { timeZone } = useBackendTimeZone();
  const { scope, setScope } = useScope();
  const state = usePeriod({ timeZone, now });
  const { from, to } = periodWindow(state.period, timeZone);
  return (
    <>
      <PageHeading title={t('page.heading')}>
        <ScopePicker scope={scope} onChange={setScope} />
      </PageHeading>
      <FilterRow period={state} timeZone={timeZone} isCompared={false} />
      <DeploymentList
        scope={scope}
        from={from}
        to={to}
        period={state.period}
        context={{ now, timeZone }}
      />
    </>
  );
}
