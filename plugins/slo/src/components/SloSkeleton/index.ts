export { SloSkeleton } from './SloSkeleton';
