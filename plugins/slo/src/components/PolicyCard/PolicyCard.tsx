import type {
  Page,
  PolicyChange,
  PolicyThreshold,
  SloDetail,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { formatWrittenPercent } from '../../format/formatPercent';
import type { Refreshed } from '../../hooks/useRefreshed';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { StateWord } from '../StateWord';
import { TabCard } from '../TabCard';
import { PolicyHistory } from './PolicyHistory';

/** What the error budget policy asks for at which loss, and what it has asked for so far. */
export function PolicyCard(props: {
  slo: SloStatus;
  detail?: SloDetail;
  history: Refreshed<Page<PolicyChange>>;
  now: Date;
  onMore: () => void;
}) {
  const { slo, detail, history, now, onMore } = props;
  const t = useSloTranslation();
  const { thresholds, active, inherited } = slo.policy;
  const title = t('tab.policy.title');
  const lines = detail?.definition.location.policyLines;

  const origin = () => {
    if (thresholds.length === 0) {
      return undefined;
    }
    if (inherited) {
      return t('tab.policy.inherited');
    }
    return lines
      ? t('tab.policy.fromLines', {
          from: String(lines.from),
          to: String(lines.to),
        })
      : t('tab.policy.fromDocument');
  };

  const state = ({ threshold, effect }: PolicyThreshold) => {
    if (active?.threshold === threshold) {
      return <StateWord state={effect} text={t('tab.policy.active')} />;
    }
    if (active && threshold < active.threshold) {
      return <StateWord state="noTraffic" text={t('tab.policy.reached')} />;
    }
    return slo.data.state === 'backfilling' || slo.data.state === 'empty' ? (
      <StateWord state="notJudged" />
    ) : (
      <StateWord state="noTraffic" text={t('tab.policy.notReached')} />
    );
  };

  return (
    <TabCard title={title} hint={origin()}>
      {thresholds.length === 0 ? (
        <div>{t('tab.policy.empty')}</div>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('tab.policy.threshold')}</th>
              <th scope="col">{t('tab.policy.action')}</th>
              <th scope="col">{t('tab.policy.effect')}</th>
              <th scope="col">{t('tab.policy.state')}</th>
            </tr>
          </thead>
          <tbody>
            {thresholds.map(threshold => (
              <tr key={threshold.threshold}>
                <td className="line">
                  {formatWrittenPercent(threshold.threshold)}
                </td>
                <td>{threshold.action}</td>
                <td>{t(`card.state.${threshold.effect}`)}</td>
                <td>{state(threshold)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <PolicyHistory history={history} now={now} onMore={onMore} />
    </TabCard>
  );
}
