export { CheckField } from './CheckField';
