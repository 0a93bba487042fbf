import type { Figure } from '../support/Figure';
import type { CountingProxy } from './CountingProxy';
import { type Pass, runPass } from './runPass';
import type { SloBackend } from './startSloBackend';

const MINUTE = 60;

/**
 * Passes that bring one minute of all SLOs: ordinary ones, and one that begins a new hour, in which tiles that have
 * grown old are widened.
 *
 * @param options - `filledTo`: three minutes before a full hour, in seconds since the epoch
 */
export async function* measureCollection(options: {
  backend: SloBackend;
  proxy: CountingProxy;
  filledTo: number;
}): AsyncGenerator<Figure> {
  const { filledTo } = options;
  const passes: Pass[] = [];
  for (let minute = 1; minute <= 5; minute++) {
    passes.push(await runPass({ ...options, now: filledTo + minute * MINUTE }));
  }
  const [first, , hour] = passes;
  const ordinary = [passes[1], passes[3], passes[4]];
  yield passTime('collector pass, the slowest of three', ordinary);
  yield passTime('collector pass at a full hour', [hour]);
  yield passTime('collector pass, the first', [first]);
  yield {
    name: 'collector pass: HTTP calls at most',
    measured: Math.max(...passes.map(({ calls }) => calls)),
    unit: 'calls',
    limit: 40,
    atMost: true,
    detail: passes.map(({ calls }) => calls).join(', '),
  };
  const behind = await runPass({
    ...options,
    now: Math.floor(Date.now() / 1_000),
  });
  yield {
    name: 'collector pass after a pause',
    measured: behind.seconds,
    unit: 's',
    detail: `${describePass(behind)}; ${behind.calls} calls`,
  };
}

function passTime(name: string, passes: Pass[]): Figure {
  return {
    name,
    measured: Math.max(...passes.map(({ seconds }) => seconds)),
    unit: 's',
    limit: 20,
    detail: passes.map(describePass).join(', '),
  };
}

function describePass({ seconds, cpuSeconds }: Pass): string {
  return `${seconds.toFixed(1)} (CPU ${cpuSeconds.toFixed(1)})`;
}
