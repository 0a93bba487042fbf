import { useState } from 'react';
import { useBackendTimeZone } from '../../hooks/useBackendTimeZone';
import { useScope } from '../../hooks/useScope';
import { periodWindow } from '../../period/periodWindow';
import { usePeriod } from '../../period/usePeriod';
import { useGridStyles } from '../../theme/useGridStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { FilterRow } from '../FilterRow';
import { PageHeading } from '../PageHeading';
import { ScopePicker } from '../ScopePicker';
import { ExcludedCard } from './ExcludedCard';
import { FindingsCard } from './FindingsCard';
import { SourcesCard } from './SourcesCard';

/** Which numbers cannot be trusted, what to do about it, and what did not count. */
export function DataQualityPage() {
  const t = useDoraTranslation();
  const grid = useGridStyles();
  const [now] = useState(() => new Date());
  const { timeZone } = useBackendTimeZone();
  const { scope, setScope } = useScope();
  const state = usePeriod({ timeZone, now });
  const { from, to } = periodWindow(state.period, timeZone);
  const context = { now, timeZone };
  return (
    <>
      <PageHeading title={t('page.heading')}>
        <ScopePicker scope={scope} onChange={setScope} />
      </PageHeading>
      <FilterRow period={state} timeZone={timeZone} isCompared={false} />
      <div className={grid.one}>
        <FindingsCard scope={scope} from={from} to={to} />
        <SourcesCard context={context} />
        <ExcludedCard
          scope={scope}
          from={from}
          to={to}
          period={state.period}
          context={context}
        />
      </div>
    </>
  );
}
