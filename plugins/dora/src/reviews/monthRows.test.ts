import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { monthRows } from './monthRows';

const review = (month: string) => ({ month } as Review);

describe('monthRows', () => {
  it('offers the last three months where none was reviewed', () => {
    expect(monthRows({ reviews: [], ready: [], last: '2026-01' })).toEqual([
      { month: '2026-01', isReady: false },
      { month: '2025-12', isReady: false },
      { month: '2025-11', isReady: false },
    ]);
  });

  it('goes back to the first month that is frozen and shows the gaps', () => {
    const september = review('2026-09');
    const june = review('2026-06');
    expect(
      monthRows({
        reviews: [september, june],
        ready: ['2026-10', '2026-05'],
        last: '2026-10',
      }),
    ).toEqual([
      { month: '2026-10', isReady: true },
      { month: '2026-09', review: september, isReady: false },
      { month: '2026-08', isReady: false },
      { month: '2026-07', isReady: false },
      { month: '2026-06', review: june, isReady: false },
      { month: '2026-05', isReady: true },
    ]);
  });
});
