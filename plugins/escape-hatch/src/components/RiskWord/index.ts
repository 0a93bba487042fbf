export { RiskWord } from './RiskWord';
