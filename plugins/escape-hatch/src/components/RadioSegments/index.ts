export { RadioSegments } from './RadioSegments';
