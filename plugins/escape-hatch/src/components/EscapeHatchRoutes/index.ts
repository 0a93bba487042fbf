export { EscapeHatchRoutes } from './EscapeHatchRoutes';
