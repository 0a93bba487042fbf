export { httpRouterServiceFactory as default } from './httpRouterServiceFactory';
