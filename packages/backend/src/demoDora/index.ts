export { demoDoraFeatures as default } from './demoDoraFeatures';
