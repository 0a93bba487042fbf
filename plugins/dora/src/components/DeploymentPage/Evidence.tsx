import { useCallback } from 'react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import type { DeploymentDetail } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { formatShortMoment } from '../../format/formatShortMoment';
import type { MomentContext } from '../../format/MomentContext';
import { useRefreshed } from '../../hooks/useRefreshed';
import { sourceName } from '../../sources/sourceName';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Moment } from '../Moment';
import { TabCard } from '../TabCard';

/** Sources that can tell of a rollout; the others know changes and incidents only. */
const TELL_OF_ROLLOUTS = ['gitops', 'cdevents', 'github'];

/** The events that the deployment was made from, and the sources that sent none. */
export function Evidence(props: {
  deployment: DeploymentDetail;
  context: MomentContext;
}) {
  const { deployment, context } = props;
  const { evidence } = deployment;
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const { value: sources } = useRefreshed(
    useCallback(() => doraApi.listSources(), [doraApi]),
  );
  const silent = TELL_OF_ROLLOUTS.filter(
    type =>
      sources?.items.some(source => source.type === type) &&
      !deployment.sources.includes(type),
  );
  const title = t('deployment.evidence.title');
  return (
    <TabCard
      title={title}
      hint={t('deployment.evidence.events', { count: evidence.length })}
    >
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('deployment.evidence.source')}</th>
            <th scope="col">{t('deployment.evidence.event')}</th>
            <th scope="col">{t('deployment.evidence.time')}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ source, event, at, url }) => (
            <tr key={`${source} ${event} ${at}`}>
              <td>{sourceName(source, t)}</td>
              <td>{url ? <Link to={url}>{event}</Link> : event}</td>
              <td className="line">
                <Moment at={at} text={formatShortMoment(at, context)} />
              </td>
            </tr>
          ))}
          {silent.map(type => (
            <tr key={type}>
              <td>{sourceName(type, t)}</td>
              <td className="quiet">{t('deployment.evidence.notReceived')}</td>
              <td>–</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TabCard>
  );
}
