export { demoTextsModule } from './demoTextsModule';
