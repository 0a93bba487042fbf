export { RunningCard } from './RunningCard';
