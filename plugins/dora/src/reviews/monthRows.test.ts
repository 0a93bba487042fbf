import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { monthRows } from './monthRows';

const review = (month: string) => ({ month } as Review);

describe('monthRows', () => {
  it('offers the last three months where none was reviewed', () => {
    expect(monthRows([], '2026-01')).toEqual([
      { month: '2026-01' },
      { month: '2025-12' },
      { month: '2025-11' },
    ]);
  });

  it('goes back to the first review and shows the gaps', () => {
    const september = review('2026-09');
    const june = review('2026-06');
    expect(monthRows([september, june], '2026-10')).toEqual([
      { month: '2026-10' },
      { month: '2026-09', review: september },
      { month: '2026-08' },
      { month: '2026-07' },
      { month: '2026-06', review: june },
    ]);
  });
});
