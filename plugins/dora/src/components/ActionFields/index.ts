export { ActionFields } from './ActionFields';
