import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  shortVersion,
  type Deployment,
} from '@golden-path/backstage-plugin-dora-common';
import { formatCount } from '../../format/formatCount';
import { formatDuration } from '../../format/formatDuration';
import { formatMoment } from '../../format/formatMoment';
import type { MomentContext } from '../../format/MomentContext';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Moment } from '../Moment';
import { OutcomeWord } from '../OutcomeWord';

/** Deployments in the order they are given, each with the way to its page. */
export function DeploymentsTable(props: {
  label: string;
  deployments: Deployment[];
  context: MomentContext;
  /** The page is about one service: it goes without saying. */
  isOneService?: boolean;
  /** Environments differ: each is named. */
  hasEnvironments?: boolean;
}) {
  const { label, deployments, context, isOneService, hasEnvironments } = props;
  const t = useDoraTranslation();
  const links = usePageLinks();
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('deployment.list.finished')}</th>
          {!isOneService && <th scope="col">{t('deployment.list.service')}</th>}
          {hasEnvironments && (
            <th scope="col">{t('deployment.list.environment')}</th>
          )}
          <th scope="col">{t('deployment.list.version')}</th>
          <th scope="col">{t('deployment.list.outcome')}</th>
          <th scope="col" className="number">
            {t('deployment.list.changes')}
          </th>
          <th scope="col" className="number">
            {t('deployment.list.leadTime')}
          </th>
        </tr>
      </thead>
      <tbody>
        {deployments.map(deployment => (
          <tr key={deployment.id}>
            <td className="line">
              <Moment
                at={deployment.finishedAt}
                text={formatMoment(deployment.finishedAt, context)}
              />
            </td>
            {!isOneService && (
              <td className="line">
                <EntityRefLink entityRef={deployment.entityRef} hideIcon />
              </td>
            )}
            {hasEnvironments && <td>{deployment.environment}</td>}
            <td>
              {links ? (
                <Link
                  to={links.deployment(deployment.id)}
                  title={deployment.version}
                >
                  {shortVersion(deployment.version)}
                </Link>
              ) : (
                shortVersion(deployment.version)
              )}{' '}
              {deployment.previousVersion && (
                <span className="quiet hide8">
                  {t('deployment.list.after', {
                    version: shortVersion(deployment.previousVersion),
                  })}
                </span>
              )}
            </td>
            <td>
              <OutcomeWord deployment={deployment} />
            </td>
            <td className="number">{formatCount(deployment.changes)}</td>
            <td className="number">
              {formatDuration(deployment.leadTimeMedianSeconds)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
