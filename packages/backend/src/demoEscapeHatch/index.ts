export { demoEscapeHatchFeatures as default } from './demoEscapeHatchFeatures';
