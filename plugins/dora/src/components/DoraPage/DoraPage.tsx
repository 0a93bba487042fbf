import { lazy, Suspense } from 'react';
import {
  Header,
  Page,
  Progress,
  TabbedLayout,
} from '@backstage/core-components';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { DeploymentRoutes } from '../DeploymentRoutes';
import { OverviewPage } from '../OverviewPage';
import { ReviewRoutes } from '../ReviewRoutes';

const DataQualityPage = lazy(() =>
  import('../DataQualityPage').then(m => ({ default: m.DataQualityPage })),
);

/** The whole page with its tabs, for the old frontend system; the new one puts it together itself. */
export function DoraPage() {
  const t = useDoraTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/overview" title={t('page.tabs.overview')}>
          <OverviewPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route
          path="/deployments"
          title={t('page.tabs.deployments')}
        >
          <Suspense fallback={<Progress />}>
            <DeploymentRoutes />
          </Suspense>
        </TabbedLayout.Route>
        <TabbedLayout.Route
          path="/data-quality"
          title={t('page.tabs.dataQuality')}
        >
          <Suspense fallback={<Progress />}>
            <DataQualityPage />
          </Suspense>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/reviews" title={t('page.tabs.reviews')}>
          <Suspense fallback={<Progress />}>
            <ReviewRoutes />
          </Suspense>
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
