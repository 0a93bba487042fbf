import { measureBundle } from './slo/measureBundle';
import { measureSlos } from './slo/measureSlos';
import { isMet, type Figure } from './slo/Figure';
import { printFigures } from './slo/printFigures';

/** Prints the slo plugin's figures of speed; fails where one is over its limit. */
async function main(): Promise<void> {
  const started = Date.now();
  const figures: Figure[] = [];
  for await (const figure of measureSlos({ onPhase: sayPhase })) {
    figures.push(figure);
  }
  sayPhase('Build the frontend plugin');
  figures.push(...(await measureBundle()));
  printFigures(figures);
  const over = figures.filter(figure => !isMet(figure));
  console.log(
    `\n${over.length} of ${
      figures.filter(({ limit }) => limit).length
    } limits exceeded; took ${Math.round((Date.now() - started) / 1_000)} s`,
  );
  process.exitCode = over.length > 0 ? 1 : 0;
}

function sayPhase(phase: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${phase}`);
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
