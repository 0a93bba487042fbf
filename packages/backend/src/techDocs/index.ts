export { mkdocsGeneratorModule as default } from './mkdocsGeneratorModule';
