export { GroupTab } from './GroupTab';
