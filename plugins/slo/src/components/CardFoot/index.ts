export { CardFoot } from './CardFoot';
