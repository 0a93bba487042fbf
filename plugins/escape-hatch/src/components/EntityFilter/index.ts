export { EntityFilter } from './EntityFilter';
