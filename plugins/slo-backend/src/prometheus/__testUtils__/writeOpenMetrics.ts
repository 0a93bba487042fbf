import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { PrometheusSeries } from './PrometheusSeries';

/** Writes series as OpenMetrics text, in which those of one metric stand together. */
export async function writeOpenMetrics(
  file: string,
  series: PrometheusSeries[],
): Promise<void> {
  const stream = createWriteStream(file);
  const names = [...new Set(series.map(({ name }) => name))];
  for (const name of names) {
    for (const one of series.filter(other => other.name === name)) {
      const labels = Object.entries(one.labels)
        .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
        .join(',');
      const lines = one.samples.map(
        ({ at, value }) => `${name}{${labels}} ${value} ${at}\n`,
      );
      if (!stream.write(lines.join(''))) {
        await once(stream, 'drain');
      }
    }
  }
  stream.end('# EOF\n');
  await finished(stream);
}
