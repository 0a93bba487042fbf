export { BottleneckCard } from './BottleneckCard';
export { NumbersCard } from './NumbersCard';
