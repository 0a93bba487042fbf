export { portalSliFeatures as default } from './portalSliFeatures';
