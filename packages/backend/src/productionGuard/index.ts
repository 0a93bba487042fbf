export { refuseDemoInProduction } from './refuseDemoInProduction';
