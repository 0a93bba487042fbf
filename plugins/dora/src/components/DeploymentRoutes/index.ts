export { DeploymentRoutes } from './DeploymentRoutes';
