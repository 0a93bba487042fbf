export { TableToggle } from './TableToggle';
