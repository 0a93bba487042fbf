import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Insights } from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { exportFileName } from '../../download/exportFileName';
import { useRefreshed } from '../../hooks/useRefreshed';
import { useInbox } from '../../inbox/InboxContext';
import { insightsCsv } from '../../insights/insightsCsv';
import { useGridStyles } from '../../theme/useGridStyles';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { DemoFoot } from '../DemoFoot';
import { HatchCard } from '../HatchCard';
import { MainHead } from '../MainHead';
import { SaveCsvButton } from '../SaveCsvButton';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { ClosableCard } from './ClosableCard';
import { DemandCard } from './DemandCard';
import { Findings } from './Findings';

/** Is it the teams or the golden path: demand per rule, and what can be closed. */
export function InsightsPage() {
  const t = useEscapeHatchTranslation();
  const api = useApi(escapeHatchApiRef);
  const load = useCallback(() => api.getInsights(), [api]);
  const { value, asOf, error, retry } = useRefreshed(load);
  const { value: inbox } = useInbox();
  return (
    <>
      <MainHead>
        {value && asOf && (
          <SaveCsvButton
            fileName={exportFileName('insights', asOf)}
            content={async () => insightsCsv(value)}
          />
        )}
      </MainHead>
      {value && asOf ? (
        <Loaded
          insights={{
            ...value,
            // Only admins open issues.
            issues: value.issues && inbox?.adminOf !== undefined,
          }}
          now={asOf}
        />
      ) : (
        <HatchCard>
          {error ? (
            <LoadError error={error} retry={retry} />
          ) : (
            <Skeleton label={t('insight.loading')} height={320} />
          )}
        </HatchCard>
      )}
    </>
  );
}

function Loaded(props: { insights: Insights; now: Date }) {
  const { insights, now } = props;
  const { one, halves } = useGridStyles();
  // Issues that were opened since the insights came, by rule.
  const [opened, setOpened] = useState<Record<string, string>>({});
  const rules = insights.rules.map(demand => ({
    ...demand,
    issueUrl: demand.issueUrl ?? opened[demand.rule],
  }));
  const onOpened = (rule: string, url: string) =>
    setOpened(before => ({ ...before, [rule]: url }));
  const context = { now, timeZone: insights.timeZone };
  return (
    <div className={one} style={{ marginTop: 0 }}>
      <Findings insights={{ ...insights, rules }} onOpened={onOpened} />
      <DemandCard
        insights={{ ...insights, rules }}
        context={context}
        onOpened={onOpened}
      />
      <div className={halves} style={{ marginTop: 0 }}>
        <ClosableCard
          reason="not-needed"
          insights={insights}
          context={context}
        />
        <ClosableCard reason="unused" insights={insights} context={context} />
      </div>
      <DemoFoot />
    </div>
  );
}
