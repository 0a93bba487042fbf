export { ResourcesField } from './ResourcesField';
