export { ReviewRoutes } from './ReviewRoutes';
