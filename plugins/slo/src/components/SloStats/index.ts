export { SloStats } from './SloStats';
