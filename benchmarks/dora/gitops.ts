import { availableParallelism, loadavg } from 'node:os';
import { FigureTable } from '../support/FigureTable';
import { measureBackfill } from './gitops/measureBackfill';

/** Prints how fast a long GitOps history is collected. The exit code is 1 where a figure is over its limit. */
async function main(): Promise<number> {
  console.log(
    `Node ${
      process.version
    }, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(
      1,
    )} before the start\n`,
  );
  const table = new FigureTable();
  for await (const figure of measureBackfill({ onPhase: sayPhase })) {
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
  .then(exitCode => process.exit(exitCode));
