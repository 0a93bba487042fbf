export { HatchCard } from './HatchCard';
