export { TabCard } from './TabCard';
