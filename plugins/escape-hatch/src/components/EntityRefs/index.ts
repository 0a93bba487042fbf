export { EntityRefs } from './EntityRefs';
export { EntityNames } from './EntityNames';
