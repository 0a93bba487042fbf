import { ProcessGroup } from './ProcessGroup.mjs';

/**
 * Makes the first signal stop everything in good order, the second one at
 * once. Returns whether a signal has come: the process ends by itself then.
 */
export function exitOnSignals(exitCode) {
  let stopping = false;
  const onSignal = async () => {
    const graceMs = stopping ? 0 : undefined;
    if (!stopping) {
      console.log('\nStopping …');
    }
    stopping = true;
    await ProcessGroup.stopAll({ graceMs });
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, onSignal);
  }
  return () => stopping;
}
