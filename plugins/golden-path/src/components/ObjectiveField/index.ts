export { ObjectiveField } from './ObjectiveField';
