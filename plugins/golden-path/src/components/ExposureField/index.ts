export { ExposureField } from './ExposureField';
