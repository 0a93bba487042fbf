export { SeriesChart } from './SeriesChart';
