export * from './HatchTarget';
export * from './targetCovers';
export * from './targetsMeet';
