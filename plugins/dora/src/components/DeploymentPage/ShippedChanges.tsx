import { useState } from 'react';
import { Link } from '@backstage/core-components';
import {
  shortVersion,
  type DeploymentDetail,
  type ShippedChange,
  type StageName,
} from '@golden-path/backstage-plugin-dora-common';
import { formatDuration } from '../../format/formatDuration';
import { formatShortMoment } from '../../format/formatShortMoment';
import type { MomentContext } from '../../format/MomentContext';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { Moment } from '../Moment';
import { TabCard } from '../TabCard';

/** A first look; a deployment after a long wait ships hundreds. */
const SHOWN = 25;

const STAGES: StageName[] = [
  'coding',
  'pickup',
  'review',
  'integration',
  'promotion',
  'rollout',
];

/** The changes that reached production with the deployment, and how long each stage of their way took. */
export function ShippedChanges(props: {
  deployment: DeploymentDetail;
  context: MomentContext;
}) {
  const { deployment, context } = props;
  const { shipped, previousVersion, version, compareUrl } = deployment;
  const t = useDoraTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const count = shipped.length;
  const title =
    count > 0
      ? t('deployment.shipped.title', { count })
      : t('deployment.shipped.none');
  const stages = STAGES.filter(name =>
    shipped.some(change => change.stages[name] !== null),
  );
  return (
    <TabCard
      title={title}
      hint={
        compareUrl &&
        previousVersion && (
          <Link to={compareUrl}>
            {t('deployment.shipped.compare', {
              from: shortVersion(previousVersion),
              to: shortVersion(version),
            })}
          </Link>
        )
      }
    >
      {count === 0 ? (
        <div className="quiet">{deployment.explanations.changeLeadTime}</div>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('deployment.shipped.change')}</th>
              <th scope="col" className="wide">
                {t('deployment.shipped.firstCommit')}
              </th>
              <th scope="col" className="wide">
                {t('deployment.shipped.merged')}
              </th>
              {stages.map(name => (
                <th key={name} scope="col" className="number">
                  {t(`stage.name.${name}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('deployment.shipped.leadTime')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(showsAll ? shipped : shipped.slice(0, SHOWN)).map(change => (
              <tr key={`${change.repository} ${change.sha}`}>
                <td>
                  <ChangeName change={change} />
                </td>
                <td className="line wide">
                  <Moment
                    at={change.firstCommitAt}
                    text={formatShortMoment(change.firstCommitAt, context)}
                  />
                </td>
                <td className="line wide">
                  <Moment
                    at={change.mergedAt}
                    text={formatShortMoment(change.mergedAt, context)}
                  />
                </td>
                {stages.map(name => (
                  <td key={name} className="number">
                    {formatDuration(change.stages[name])}
                  </td>
                ))}
                <td className="number strong">
                  {formatDuration(change.leadTimeSeconds)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!showsAll && count > SHOWN && (
        <ActionButton variant="outlined" onClick={() => setShowsAll(true)}>
          {t('deployment.shipped.all', { n: String(count) })}
        </ActionButton>
      )}
    </TabCard>
  );
}

function ChangeName({ change }: { change: ShippedChange }) {
  const t = useDoraTranslation();
  const { number, sha, title, url, flags } = change;
  const short = sha.slice(0, 7);
  const name = number === undefined ? short : `#${number}`;
  return (
    <>
      {url ? <Link to={url}>{name}</Link> : name}{' '}
      {number !== undefined && <span className="mono quiet">{short}</span>}
      {title && <div className="small">{title}</div>}
      {flags.includes('old-commit') && (
        <div className="small">{t('deployment.shipped.oldCommit')}</div>
      )}
    </>
  );
}
