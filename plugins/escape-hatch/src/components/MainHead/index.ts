export { MainHead } from './MainHead';
