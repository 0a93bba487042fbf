import type { DoraTranslation } from '../translation/useDoraTranslation';

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** `< 1 h`, `8–24 h`, `4–7 d`, `1–2 w`, `> 4 w`. */
export function bucketLabel(
  { fromSeconds, toSeconds }: { fromSeconds: number; toSeconds?: number },
  t: DoraTranslation,
): string {
  if (toSeconds === undefined) {
    const from = inUnit(fromSeconds, unitOf(fromSeconds, fromSeconds));
    return t('chart.leadTimes.above', { from });
  }
  const unit = unitOf(fromSeconds, toSeconds);
  const to = inUnit(toSeconds, unit);
  return fromSeconds === 0
    ? t('chart.leadTimes.below', { to })
    : t('chart.leadTimes.between', {
        from: String(fromSeconds / unit.seconds),
        to,
      });
}

interface Unit {
  seconds: number;
  name: string;
}

const UNITS: Unit[] = [
  { seconds: WEEK, name: 'w' },
  { seconds: DAY, name: 'd' },
  { seconds: HOUR, name: 'h' },
  { seconds: 60, name: 'min' },
];

/** The largest unit that both ends are whole numbers of. */
function unitOf(from: number, to: number): Unit {
  return (
    UNITS.find(({ seconds }) => from % seconds === 0 && to % seconds === 0) ??
    UNITS[UNITS.length - 1]
  );
}

function inUnit(seconds: number, unit: Unit): string {
  return `${seconds / unit.seconds}\u00a0${unit.name}`;
}
