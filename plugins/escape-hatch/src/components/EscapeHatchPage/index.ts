export { EscapeHatchPage } from './EscapeHatchPage';
