import { toApprove } from '../__fixtures__/inbox';
import { now } from '../__fixtures__/now';
import { waited } from './waited';

/** Gives back key and options. */
const t = ((key: string, options: object) =>
  `${key} ${Object.values(options ?? {})}`.trim()) as never;

describe('waited', () => {
  it.each([
    [3, '2026-11-18T11:15:00Z', 'inbox.waited.workingDays 3'],
    [0, '2026-11-23T12:10:00Z', 'inbox.waited.hours 2'],
    [0, '2026-11-23T13:40:00Z', 'inbox.waited.minutes 34'],
    // Asked for on a Friday evening, read on Sunday.
    [0, '2026-11-21T14:14:00Z', 'inbox.waited.short'],
    // A clock that is a little ahead.
    [0, '2026-11-23T14:20:00Z', 'inbox.waited.now'],
  ])('%s working days since %s', (workingDays, waitingSince, text) => {
    const item = { ...toApprove[0], workingDays, waitingSince };
    expect(waited(item, now, t)).toBe(text);
  });
});
