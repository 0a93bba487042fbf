export { ActionItem } from './ActionItem';
