export * from './judgePolicy';
