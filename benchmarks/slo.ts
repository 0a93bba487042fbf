import { parseArgs } from 'node:util';
import { measureBundle } from './slo/measureBundle';
import { measureSlos } from './slo/measureSlos';
import { runBenchmark } from './support/runBenchmark';

/** The slo plugin's figures of speed. */
const { values } = parseArgs({
  options: { backfill: { type: 'boolean', default: false } },
});
runBenchmark(async function* measure(onPhase) {
  yield* await measureBundle();
  yield* measureSlos({ onPhase, backfill: values.backfill });
});
