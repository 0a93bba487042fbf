export { ChartCaption } from './ChartCaption';
