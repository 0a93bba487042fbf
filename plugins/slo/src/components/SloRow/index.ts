export { SloRow } from './SloRow';
