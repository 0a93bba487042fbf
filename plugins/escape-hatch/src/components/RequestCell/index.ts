export { RequestCell, RequestNumber } from './RequestCell';
