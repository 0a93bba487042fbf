import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { doraApiRef } from '../../api/doraApiRef';
import { formatCount } from '../../format/formatCount';
import type { MomentContext } from '../../format/MomentContext';
import type { LoadedMetrics } from '../../hooks/useDoraMetrics';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useRefreshed } from '../../hooks/useRefreshed';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { DeploymentsTable } from '../DeploymentsTable';
import { ExportCsvButton } from '../ExportCsvButton';
import { Loaded, TabCard } from '../TabCard';

/** The rest is one click away. */
const ROWS = 8;
const PRODUCTION = 'production';

const useStyles = makeStyles(
  theme => ({ all: { marginTop: theme.spacing(1) } }),
  { name: 'DoraDeploymentsCard' },
);

/** The newest production deployments, and the way to all. */
export function DeploymentsCard(props: {
  loaded: LoadedMetrics;
  context: MomentContext;
  /** The view is about one service. */
  isOneService?: boolean;
}) {
  const { loaded, context, isOneService } = props;
  const { metrics, period } = loaded;
  const { scope, from, to } = metrics;
  const { n } = metrics.deploymentFrequency;
  const t = useDoraTranslation();
  const classes = useStyles();
  const links = usePageLinks();
  const doraApi = useApi(doraApiRef);
  const load = useCallback(
    () =>
      doraApi.listDeployments({
        scope,
        from,
        to,
        environment: PRODUCTION,
        limit: ROWS,
      }),
    [doraApi, scope, from, to],
  );
  const request = useRefreshed(load);
  const title = t('summary.deployments.title');
  return (
    <TabCard
      title={title}
      controls={
        <ExportCsvButton
          list="deployments"
          query={{ scope, from, to, environment: PRODUCTION }}
          scope={scope}
          period={period}
        />
      }
    >
      <Loaded request={request} label={t('summary.deployments.loading')}>
        {({ items }) =>
          items.length === 0 ? (
            t('summary.deployments.none')
          ) : (
            <>
              <DeploymentsTable
                label={title}
                deployments={items}
                context={context}
                isOneService={isOneService}
              />
              {links && n > 0 && (
                <div className={classes.all}>
                  <Link to={links.deployments({ scope, ...period })}>
                    {t('summary.deployments.all', {
                      n: formatCount(n),
                      count: n,
                    })}
                  </Link>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </TabCard>
  );
}
