export { StateWord } from './StateWord';
