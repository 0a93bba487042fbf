export { demoSloFeatures as default } from './demoSloFeatures';
