export { DetailHead } from './DetailHead';
