import type { SloStatus } from '@golden-path/backstage-plugin-slo-common';
import { windowSeconds } from '../slo/windowSeconds';
import type { BurnDownView } from './BurnDownView';

/** The time that a choice of mode and range stands for, at `now`. */
export function chooseView(options: {
  slo: SloStatus;
  mode: BurnDownView['mode'];
  rangeSeconds: number;
  /** End of an earlier query's numbers. */
  until?: string;
  now: Date;
}): BurnDownView {
  const { slo, mode, rangeSeconds, until, now } = options;
  // A calendar window ends in the future.
  const to = until
    ? Date.parse(until)
    : Math.min(Date.parse(slo.window.to), now.getTime());
  const isWhole = rangeSeconds >= windowSeconds(slo.window);
  const from =
    isWhole && !until && mode === 'window'
      ? Date.parse(slo.window.from)
      : to - rangeSeconds * 1000;
  return { mode, from: new Date(from), to: new Date(to) };
}
