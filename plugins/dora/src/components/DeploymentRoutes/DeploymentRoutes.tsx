import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';

const DeploymentsPage = lazy(() =>
  import('../DeploymentsPage').then(m => ({ default: m.DeploymentsPage })),
);
const DeploymentPage = lazy(() =>
  import('../DeploymentPage').then(m => ({ default: m.DeploymentPage })),
);

/** The list of deployments, and one of them. */
export function DeploymentRoutes() {
  return (
    <Routes>
      <Route path="/" element={<DeploymentsPage />} />
      <Route path=":deploymentId" element={<DeploymentPage />} />
    </Routes>
  );
}
