export { SubPage } from './SubPage';
