import { useCallback } from 'react';
import InfoIcon from '@material-ui/icons/Info';
import WarningIcon from '@material-ui/icons/Warning';
import { useApi } from '@backstage/core-plugin-api';
import type { DataQualityFinding } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { useRefreshed } from '../../hooks/useRefreshed';
import { affectedText } from '../../quality/affectedText';
import { useHiddenText } from '../../theme/useHiddenText';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { FindingFix } from '../FindingFix';
import { IconWord } from '../IconWord';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { TabCard } from '../TabCard';

/** What makes the numbers of a scope less true than they look, those that change a number first. */
export function FindingsCard(props: {
  scope: string;
  from: string;
  to: string;
}) {
  const { scope, from, to } = props;
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const load = useCallback(
    () => doraApi.getDataQuality({ scope, from, to }),
    [doraApi, scope, from, to],
  );
  const { value, error, retry } = useRefreshed(load);
  const title = t('quality.findings.title');
  if (!value) {
    return (
      <TabCard title={title}>
        {error ? (
          <LoadError error={error} retry={retry} />
        ) : (
          <Skeleton label={t('quality.findings.loading')} height={200} />
        )}
      </TabCard>
    );
  }
  const findings = [...value.findings].sort(byEffect);
  return (
    <TabCard title={title} hint={t('quality.findings.hint')}>
      {findings.length === 0 ? (
        <div>{t('quality.findings.none')}</div>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('quality.findings.finding')}</th>
              <th scope="col">{t('quality.findings.affects')}</th>
              <th scope="col" className="wide">
                {t('quality.findings.metric')}
              </th>
              <th scope="col">{t('quality.findings.effect')}</th>
              <th scope="col">{t('quality.findings.fix')}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map(finding => (
              <FindingRow key={finding.id} finding={finding} />
            ))}
          </tbody>
        </table>
      )}
    </TabCard>
  );
}

function FindingRow({ finding }: { finding: DataQualityFinding }) {
  const { severity, affects, title, message } = finding;
  const t = useDoraTranslation();
  const hidden = useHiddenText();
  const isWarning = severity === 'warning';
  const metrics = affects.map(name => t(`quality.findings.metrics.${name}`));
  return (
    <tr>
      <td>
        <IconWord
          icon={isWarning ? WarningIcon : InfoIcon}
          tone={isWarning ? 'warn' : 'quiet'}
        >
          <span className={hidden}>{t(`quality.findings.${severity}`)} </span>
          {title}
        </IconWord>
      </td>
      <td className="line">{affectedText(finding, t)}</td>
      <td className="wide">
        {metrics.join(', ') || t('quality.findings.noMetric')}
      </td>
      <td>{message}</td>
      <td>
        <FindingFix finding={finding} />
      </td>
    </tr>
  );
}

function byEffect(a: DataQualityFinding, b: DataQualityFinding): number {
  return Number(a.severity === 'info') - Number(b.severity === 'info');
}
