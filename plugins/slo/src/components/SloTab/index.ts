export { SloTab } from './SloTab';
