export { fileReaderServiceFactory as default } from './fileReaderServiceFactory';
