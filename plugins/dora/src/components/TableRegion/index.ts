export { TableRegion } from './TableRegion';
