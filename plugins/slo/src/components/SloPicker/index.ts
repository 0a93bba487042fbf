export { SloPicker } from './SloPicker';
