export { LoadError } from './LoadError';
export { StateBody } from './StateBody';
