export { ActionLink } from './ActionLink';
