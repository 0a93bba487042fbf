export * from './readSloDocuments';
