export { SloCard } from './SloCard';
export { SloCardContent } from './SloCardContent';
