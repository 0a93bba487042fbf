import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Deployment } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { formatCount } from '../../format/formatCount';
import type { MomentContext } from '../../format/MomentContext';
import { usePaged } from '../../hooks/usePaged';
import type { Period } from '../../period/Period';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Choice } from '../Choice';
import { DeploymentsTable } from '../DeploymentsTable';
import { ExportCsvButton } from '../ExportCsvButton';
import { MoreButton } from '../MoreButton';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { TabCard } from '../TabCard';
import {
  ALL_ENVIRONMENTS,
  OUTCOMES,
  PRODUCTION,
  useDeploymentFilters,
} from './useDeploymentFilters';

/** The list with its filters, newest first. */
export function DeploymentList(props: {
  scope: string;
  /** Instants of the period. */
  from: string;
  to: string;
  period: Period;
  context: MomentContext;
}) {
  const { scope, from, to, period, context } = props;
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const filters = useDeploymentFilters();
  const { environment, outcome } = filters.query;
  const load = useCallback(
    (cursor?: string) =>
      doraApi.listDeployments({
        scope,
        from,
        to,
        environment,
        outcome,
        cursor,
      }),
    [doraApi, scope, from, to, environment, outcome],
  );
  const paged = usePaged(load);
  const { items, error, hasMore, retry } = paged;
  const title = t('deployment.list.title');

  return (
    <TabCard
      title={title}
      controls={
        <>
          <Choice
            label={t('deployment.list.environment')}
            options={environmentsOf(filters.environment, items).map(name => ({
              value: name,
              text:
                name === ALL_ENVIRONMENTS
                  ? t('deployment.list.allEnvironments')
                  : name,
            }))}
            value={filters.environment}
            onChange={filters.setEnvironment}
          />
          <Choice
            label={t('deployment.list.outcome')}
            options={OUTCOMES.map(value => ({
              value,
              text: t(`deployment.list.outcomes.${value}`),
            }))}
            value={filters.outcome}
            onChange={filters.setOutcome}
          />
          <ExportCsvButton
            list="deployments"
            query={{ scope, from, to, environment, outcome }}
            scope={scope}
            period={period}
          />
        </>
      }
    >
      {!items && error && <LoadError error={error} retry={retry} />}
      {!items && !error && (
        <Skeleton label={t('deployment.list.loading')} height={320} />
      )}
      {items?.length === 0 && <p role="status">{t('deployment.list.empty')}</p>}
      {items && items.length > 0 && (
        <>
          <DeploymentsTable
            label={title}
            deployments={items}
            context={context}
            isOneService={scope.startsWith('component:')}
            hasEnvironments={filters.environment !== PRODUCTION}
          />
          <MoreButton
            paged={paged}
            shown={
              hasMore
                ? t('deployment.list.shownMore', {
                    shown: formatCount(items.length),
                  })
                : t('deployment.list.shown', { count: items.length })
            }
          />
        </>
      )}
    </TabCard>
  );
}

/** The production tier, all, and each environment that is known by name: chosen or shown. */
function environmentsOf(chosen: string, items: Deployment[] = []): string[] {
  const named = new Set([
    chosen,
    ...items.filter(item => !item.production).map(item => item.environment),
  ]);
  named.delete(PRODUCTION);
  named.delete(ALL_ENVIRONMENTS);
  return [PRODUCTION, ALL_ENVIRONMENTS, ...[...named].sort()];
}
