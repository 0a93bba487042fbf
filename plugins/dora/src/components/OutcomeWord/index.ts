export { OutcomeWord } from './OutcomeWord';
