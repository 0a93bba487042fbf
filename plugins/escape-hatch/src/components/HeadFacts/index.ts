export { HeadFacts } from './HeadFacts';
