import { parsePercent } from './percent';

/** Objectives that people choose from. */
const LADDER = [
  '90',
  '95',
  '99',
  '99.5',
  '99.9',
  '99.95',
  '99.99',
  '99.999',
].map(text => parsePercent(text)!);

/** An objective between the usual ones below and above it, to compare with. */
export function neighbours(percent: bigint): bigint[] {
  const below = LADDER.filter(usual => usual < percent).slice(-1);
  const above = LADDER.filter(usual => usual > percent).slice(0, 1);
  return [...below, percent, ...above];
}
