import { lazy, Suspense } from 'react';
import { Content, Progress } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { MainLayout } from '../MainLayout';

const InboxPage = lazy(() =>
  import('../InboxPage').then(m => ({ default: m.InboxPage })),
);
const RequestsPage = lazy(() =>
  import('../RequestsPage').then(m => ({ default: m.RequestsPage })),
);
const InsightsPage = lazy(() =>
  import('../InsightsPage').then(m => ({ default: m.InsightsPage })),
);
const RequestFormPage = lazy(() =>
  import('../RequestFormPage').then(m => ({ default: m.RequestFormPage })),
);
const RequestPage = lazy(() =>
  import('../RequestPage').then(m => ({ default: m.RequestPage })),
);

/** All that lies below the page's path. Ids of requests are never words. */
export function EscapeHatchRoutes() {
  return (
    <Content>
      <Suspense fallback={<Progress />}>
        <Routes>
          <Route element={<MainLayout />}>
            <Route path="/" element={<InboxPage />} />
            <Route path="/requests" element={<RequestsPage />} />
            <Route path="/insights" element={<InsightsPage />} />
          </Route>
          <Route path="/new" element={<RequestFormPage />} />
          <Route path="/:requestId" element={<RequestPage />} />
          <Route path="/:requestId/edit" element={<RequestFormPage />} />
        </Routes>
      </Suspense>
    </Content>
  );
}
