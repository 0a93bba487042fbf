import { InputError } from '@backstage/errors';
import type { SloSample } from '@golden-path/backstage-plugin-slo-common';
import type { BaseTile } from '../tiles/DayArchive';

/** Clocks of senders may be ahead by so many seconds. */
const CLOCK_SKEW_SECONDS = 300;

/**
 * Base tiles of pushed samples, ascending. One bad sample refuses them all.
 *
 * @throws InputError that names the sample, what was expected and what was got
 */
export function readSamples(options: {
  samples: SloSample[];
  /** Width of the generation's tiles; null while it has none. */
  tileSeconds: number | null;
  /** Seconds of history that are kept. */
  keepSeconds: number;
  /** Seconds since the epoch. */
  now: number;
}): { tileSeconds: number; tiles: BaseTile[] } {
  const { samples, keepSeconds, now } = options;
  const width = options.tileSeconds ?? samples[0].seconds;
  const places = new Map<number, number>();
  const tiles = samples.map((sample, index) => {
    const refuse = (expected: string, got: string | number) => {
      throw new InputError(`samples[${index}].${expected}, got ${got}`);
    };
    if (sample.seconds !== width) {
      refuse(
        `seconds: expected ${width}, as in the SLO's other samples`,
        sample.seconds,
      );
    }
    const start = Date.parse(sample.start) / 1_000;
    if (start % width !== 0) {
      refuse(`start: expected a multiple of ${width} s`, sample.start);
    }
    if (start + width > now + CLOCK_SKEW_SECONDS) {
      refuse('start: expected a tile that is over', sample.start);
    }
    if (start < now - keepSeconds) {
      refuse(
        `start: expected a tile of the last ${keepSeconds / 86_400} d`,
        sample.start,
      );
    }
    const twin = places.get(start);
    if (twin !== undefined) {
      refuse(`start: expected each tile once`, `that of samples[${twin}]`);
    }
    places.set(start, index);
    return { start, good: sample.good, total: sample.total };
  });
  return {
    tileSeconds: width,
    tiles: tiles.sort((a, b) => a.start - b.start),
  };
}
