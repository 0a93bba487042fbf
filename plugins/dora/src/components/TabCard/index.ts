export { TabCard } from './TabCard';
export { Loaded } from './Loaded';
