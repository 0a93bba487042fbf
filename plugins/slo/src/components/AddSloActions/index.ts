export { AddSloActions } from './AddSloActions';
