export { PlainText } from './PlainText';
