export { FirstTab } from './FirstTab';
