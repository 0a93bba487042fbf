export { LabelledField, type LabelledControl } from './LabelledField';
