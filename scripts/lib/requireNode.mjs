/**
 * Ends the process with one sentence on a Node.js that cannot run the other
 * modules. Only syntax that Node.js 12 can parse, and no imports.
 */
export function requireNode(minimumMajor) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < minimumMajor) {
    console.error(
      'This project needs Node.js ' +
        minimumMajor +
        ' or newer to start; this is Node.js ' +
        process.versions.node +
        '.',
    );
    process.exit(1);
  }
}
