import { readFileSync } from 'node:fs';
import { validateFiles } from '../../plugins/scaffolder-backend-module-golden-path/src/validation/validateFiles';

/** Validates the service of a JSON file, once and then so many times again; prints how many milliseconds each took. */
async function main([file, runs]: string[]) {
  const service = JSON.parse(readFileSync(file, 'utf8'));
  const durations: number[] = [];
  for (let run = 0; run <= Number(runs); run += 1) {
    const start = performance.now();
    await validateFiles(service);
    durations.push(performance.now() - start);
  }
  process.stdout.write(JSON.stringify(durations));
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
