export { FindingFix } from './FindingFix';
