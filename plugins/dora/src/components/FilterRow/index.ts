export { FilterRow } from './FilterRow';
