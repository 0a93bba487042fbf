import { availableParallelism, loadavg } from 'node:os';
import type { Figure } from './Figure';
import { FigureTable } from './FigureTable';

/**
 * Prints figures of speed as they are measured, and what is going on meanwhile to stderr. Ends the process; the exit
 * code is 1 where a figure is over its limit.
 */
export async function runBenchmark(
  measure: (onPhase: (phase: string) => void) => AsyncIterable<Figure>,
): Promise<never> {
  let exitCode = 1;
  try {
    const load = loadavg()[0].toFixed(1);
    console.log(
      `Node ${
        process.version
      }, ${availableParallelism()} cores, load ${load} before the start\n`,
    );
    const table = new FigureTable();
    for await (const figure of measure(sayPhase)) {
      table.add(figure);
    }
    console.log(`\n${table.over} of ${table.limits} limits exceeded`);
    exitCode = table.over > 0 ? 1 : 0;
  } catch (error) {
    console.error(error);
  }
  // Some of a backend's timers outlive its stop.
  return process.exit(exitCode);
}

function sayPhase(phase: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${phase} …`);
}
