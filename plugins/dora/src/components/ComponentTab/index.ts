export { ComponentTab } from './ComponentTab';
