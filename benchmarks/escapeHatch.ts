import { parseArgs } from 'node:util';
import { measureEscapeHatch } from './escapeHatch/measureEscapeHatch';
import { runBenchmark } from './support/runBenchmark';

/** The escape-hatch plugin's figures of speed. */
const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' } },
});
runBenchmark(onPhase =>
  measureEscapeHatch({ onPhase, requests: Number(values.requests) }),
);
