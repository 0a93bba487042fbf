import { parseArgs } from 'node:util';
import { measureDora } from './dora/measureDora';
import { runBenchmark } from './support/runBenchmark';

/** The dora plugin's figures of speed. */
const { values } = parseArgs({
  options: {
    sqlite: { type: 'boolean', default: false },
    deployments: { type: 'string', default: '600000' },
  },
});
runBenchmark(onPhase =>
  measureDora({
    onPhase,
    sqlite: values.sqlite,
    deployments: Number(values.deployments),
  }),
);
