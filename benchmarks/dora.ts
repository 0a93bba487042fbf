import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureDora } from './dora/measureDora';
import { FigureTable } from './slo/FigureTable';

/** Prints the dora plugin's figures of speed. The exit code is 1 where one is over its limit. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      sqlite: { type: 'boolean', default: false },
      deployments: { type: 'string', default: '600000' },
    },
  });
  console.log(
    `Node ${
      process.version
    }, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(
      1,
    )} before the start\n`,
  );
  const table = new FigureTable();
  for await (const figure of measureDora({
    onPhase: sayPhase,
    sqlite: values.sqlite,
    deployments: Number(values.deployments),
  })) {
    table.add(figure);
  }
  console.log(`\n${table.over} of ${table.limits} limits exceeded`);
  return table.over > 0 ? 1 : 0;
}

function sayPhase(phase: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${phase} …`);
}

main()
  .catch(error => {
    console.error(error);
    return 1;
  })
  // Some of a backend's timers outlive its stop.
  .then(exitCode => process.exit(exitCode));
