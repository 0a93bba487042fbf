export { Crumb } from './Crumb';
