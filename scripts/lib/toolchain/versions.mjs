/**
 * What the project runs on. Node.js 22, because better-sqlite3 12 aborts on
 * 24.19 and newer; this patch release exists for all supported systems.
 */
export const nodeVersion = '22.23.2';
export const yarnVersion = '4.13.0';
