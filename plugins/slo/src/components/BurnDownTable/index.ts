export { BurnDownTable } from './BurnDownTable';
