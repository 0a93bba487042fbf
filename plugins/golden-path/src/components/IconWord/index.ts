export { IconWord, type IconWordTone } from './IconWord';
