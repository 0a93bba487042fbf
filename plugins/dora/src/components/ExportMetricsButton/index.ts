export { ExportMetricsButton } from './ExportMetricsButton';
