import { mondayOf } from './mondayOf';

const WEEK = 7 * 86_400;

/**
 * By how many weeks a history has to be moved so that its last deployment lies in the week before that of `now`.
 * Instants are seconds since the epoch, weeks those of UTC.
 */
export function weeksForward(options: { last: number; now: number }): number {
  return (mondayOf(options.now) - mondayOf(options.last)) / WEEK - 1;
}
