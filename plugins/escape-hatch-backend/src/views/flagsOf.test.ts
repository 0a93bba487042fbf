import { hatchRecord } from '../__testUtils__/hatchRecord';
import type { HatchRecord } from '../requests/HatchRecord';
import { flagsOf } from './flagsOf';
import { reviewDueAt } from './reviewDueAt';

const settings = { reviewDays: 92, confirmDays: 14 };
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

/** An escape hatch of the first quarter of 2027: 90 days. */
function hatch(changes: Partial<HatchRecord> = {}): HatchRecord {
  return hatchRecord({
    status: 'approved',
    stage: null,
    activeFrom: day('2027-01-01'),
    expiresAt: day('2027-04-01'),
    ...changes,
  });
}

describe('reviewDueAt', () => {
  it.each<[string, Partial<HatchRecord>, string | undefined]>([
    ['30 days before the end', {}, '2027-03-02'],
    [
      'never, of one that lasts 30 days',
      { expiresAt: day('2027-01-31') },
      undefined,
    ],
    [
      'at once, of one that lasts 31',
      { expiresAt: day('2027-02-01') },
      '2027-01-02',
    ],
    [
      'a quarter after its begin, of one that lasts longer',
      { expiresAt: day('2027-12-31') },
      '2027-04-03',
    ],
    [
      'a quarter after its last review',
      { expiresAt: day('2027-12-31'), reviewedAt: day('2027-04-10') },
      '2027-07-11',
    ],
    [
      'once more before the end',
      { reviewedAt: day('2027-02-01') },
      '2027-03-02',
    ],
    [
      'not again, where it was reviewed before its end',
      { reviewedAt: day('2027-03-02') },
      undefined,
    ],
    ['never, of a draft', { status: 'draft', activeFrom: null }, undefined],
    ['never, of a revoked one', { status: 'revoked' }, undefined],
  ])('is %s', (_, changes, expected) => {
    const due = reviewDueAt(hatch(changes), settings);
    expect(due).toBe(expected && day(expected));
  });
});

describe('flagsOf', () => {
  const flags = (changes: Partial<HatchRecord>, now: string) =>
    flagsOf(hatch(changes), { settings, now: day(now), stalled: false });

  it('says from when a review is due', () => {
    expect(flags({}, '2027-03-01')).toEqual([]);
    expect(flags({}, '2027-03-02')).toEqual(['review_due']);
    expect(flags({}, '2027-04-01')).toEqual([]);
  });

  it('suspends what a new owner does not confirm in 14 days', () => {
    const moved = { ownerChangedAt: day('2027-01-10') };
    expect(flags(moved, '2027-01-23')).toEqual(['owner_changed']);
    expect(flags(moved, '2027-01-24')).toEqual(['owner_changed', 'suspended']);
    expect(flags(moved, '2027-04-01')).toEqual([]);
  });

  it('passes on that nobody may approve', () => {
    const record = hatchRecord();
    const now = record.createdAt;
    expect(flagsOf(record, { settings, now, stalled: true })).toEqual([
      'stalled',
    ]);
  });
});
