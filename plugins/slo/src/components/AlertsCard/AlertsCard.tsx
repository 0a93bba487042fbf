import type {
  BurnAlert,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { formatBurnByLimit, formatFactor } from '../../format/formatBurn';
import { formatSpan } from '../../format/formatDuration';
import { formatRecent } from '../../format/formatMoment';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { StateWord } from '../StateWord';
import { TabCard } from '../TabCard';

/** Each pair of burn-rate windows with its limit, and whether it fires. */
export function AlertsCard({ slo, now }: { slo: SloStatus; now: Date }) {
  const t = useSloTranslation();
  const { alerts, data } = slo;
  const title = t('tab.alerts.title');
  const firing = alerts.filter(alert => alert.firing).length;
  const summary =
    firing > 0
      ? t('tab.alerts.firing', { count: firing })
      : t('tab.alerts.none');
  const kept =
    data.frozen && data.watermark
      ? ` · ${t('tab.alerts.kept', {
          time: formatRecent(data.watermark, { now }),
        })}`
      : '';

  const state = ({
    firing: isFiring,
    severity,
    since,
    longBurn,
  }: BurnAlert) => {
    if (isFiring) {
      const text = since
        ? t('tab.alerts.firingSince', { since: formatRecent(since, { now }) })
        : t('tab.alerts.firingNow');
      return <StateWord state={severity} text={text} />;
    }
    return longBurn === null ? (
      <StateWord state="notJudged" />
    ) : (
      <StateWord state="onTrack" text={t('tab.alerts.quiet')} />
    );
  };

  return (
    <TabCard title={title} hint={`${summary}${kept}`}>
      {alerts.length === 0 ? (
        <div>{t('tab.alerts.empty')}</div>
      ) : (
        <>
          <table aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{t('tab.alerts.severity')}</th>
                <th scope="col">{t('tab.alerts.windows')}</th>
                <th scope="col" className="number">
                  {t('tab.alerts.limit')}
                </th>
                <th scope="col" className="number">
                  {t('tab.alerts.long')}
                </th>
                <th scope="col" className="number">
                  {t('tab.alerts.short')}
                </th>
                <th scope="col">{t('tab.alerts.state')}</th>
              </tr>
            </thead>
            <tbody>
              {alerts.map(alert => (
                <tr key={`${alert.longSeconds} ${alert.shortSeconds}`}>
                  <td>{t(`card.state.${alert.severity}`)}</td>
                  <td className="line">
                    {t('tab.alerts.pair', {
                      long: formatSpan(alert.longSeconds),
                      short: formatSpan(alert.shortSeconds),
                    })}
                  </td>
                  <td className="number">{formatFactor(alert.factor)}</td>
                  <td className="number">
                    {formatBurnByLimit(alert.longBurn)}
                  </td>
                  <td className="number">
                    {formatBurnByLimit(alert.shortBurn)}
                  </td>
                  <td>{state(alert)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="small">{t('tab.alerts.how')}</div>
        </>
      )}
    </TabCard>
  );
}
