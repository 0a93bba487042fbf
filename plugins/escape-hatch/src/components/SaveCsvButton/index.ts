export { SaveCsvButton } from './SaveCsvButton';
