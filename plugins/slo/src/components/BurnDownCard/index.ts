export { BurnDownCard } from './BurnDownCard';
