import InfoIcon from '@material-ui/icons/Info';
import WarningIcon from '@material-ui/icons/Warning';
import CheckIcon from '@material-ui/icons/Check';
import { Link } from '@backstage/core-components';
import type { DataQualityFinding } from '@golden-path/backstage-plugin-dora-common';
import type { LoadedMetrics } from '../../hooks/useDoraMetrics';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { FindingFix } from '../FindingFix';
import { IconWord } from '../IconWord';
import { PlainList } from '../PlainList';
import { TabCard } from '../TabCard';

/** Which numbers are less true than they look, in short. */
export function QualityCard({ loaded }: { loaded: LoadedMetrics }) {
  const { metrics, period } = loaded;
  const { findings } = metrics.dataQuality;
  const t = useDoraTranslation();
  const links = usePageLinks();
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const infos = findings.filter(({ severity }) => severity === 'info');
  const title = t('summary.quality.title');
  return (
    <TabCard
      title={title}
      controls={
        links &&
        findings.length > 0 && (
          <Link to={links.dataQuality({ scope: metrics.scope, ...period })}>
            {t('summary.quality.all', { count: findings.length })}
          </Link>
        )
      }
    >
      {findings.length === 0 && (
        <IconWord icon={CheckIcon} tone="ok">
          {t('summary.quality.none')}
        </IconWord>
      )}
      {findings.length > 0 &&
        (warnings.length > 0 ? (
          <IconWord icon={WarningIcon} tone="warn">
            {t('summary.quality.onPage', {
              findings: (
                <strong>
                  {t('summary.quality.warnings', { count: warnings.length })}
                </strong>
              ),
            })}
          </IconWord>
        ) : (
          <IconWord icon={CheckIcon} tone="ok">
            {t('summary.quality.noWarnings')}
          </IconWord>
        ))}
      {findings.length > 0 && (
        <PlainList label={title}>
          {warnings.map(finding => (
            <li key={finding.id}>
              <IconWord icon={WarningIcon} tone="warn">
                {finding.title}
                <div className="small">
                  {finding.message} <FindingFix finding={finding} />
                </div>
              </IconWord>
            </li>
          ))}
          {infos.length > 0 && (
            <li>
              <IconWord icon={InfoIcon} tone="quiet">
                {t('summary.quality.infos', { count: infos.length })}
                <div className="small">{inShort(infos)}</div>
              </IconWord>
            </li>
          )}
        </PlainList>
      )}
    </TabCard>
  );
}

function inShort(findings: DataQualityFinding[]): string {
  return findings.map(({ title, n }) => `${title}: ${n}`).join(', ');
}
