/**
 * What the project runs on. Node.js 22, because better-sqlite3 12 aborts on
 * 24.19 and newer; this patch release exists for all supported systems.
 */
export const toolVersions = { node: '22.23.2', yarn: '4.13.0' };
