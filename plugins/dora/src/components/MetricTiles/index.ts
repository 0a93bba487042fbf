export { MetricTiles } from './MetricTiles';
