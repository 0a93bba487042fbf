export { DemoFoot } from './DemoFoot';
