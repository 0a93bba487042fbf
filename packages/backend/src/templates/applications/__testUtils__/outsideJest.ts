/** Variables that Jest and the backend's tests are run with, and that would make another program behave unlike itself. */
const OURS = ['NODE_ENV', 'NODE_OPTIONS', 'JEST_WORKER_ID', 'PORT'];

/** The environment of a program that is not part of these tests. */
export function outsideJest(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of OURS) {
    delete env[name];
  }
  return { ...env, ...more };
}
