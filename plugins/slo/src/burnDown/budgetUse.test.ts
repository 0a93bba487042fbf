import { availability } from '../__fixtures__/slos';
import { budgetUse } from './budgetUse';
import type { PlotPoint } from './plotPoints';

/** A budget of 100 bad events: 20,000 × (1 − 0.995). */
const slo = { ...availability, total: 20_000 };

const point = (from: string, at: string, bad: number): PlotPoint => ({
  from: new Date(from),
  at: new Date(at),
  left: 1,
  good: 1000 - bad,
  total: 1000,
  sli: null,
  coverage: 1,
});

describe('budgetUse', () => {
  it('adds up what each day of the reader has used', () => {
    const points = [
      point('2026-11-10T20:00:00Z', '2026-11-10T22:00:00Z', 5),
      // In Tokyo this is the next day already.
      point('2026-11-10T22:00:00Z', '2026-11-11T00:00:00Z', 10),
      point('2026-11-11T00:00:00Z', '2026-11-11T02:00:00Z', 20),
      point('2026-11-13T00:00:00Z', '2026-11-13T02:00:00Z', 1),
    ];
    const used = (timeZone: string) =>
      budgetUse({ slo, points, timeZone }).uses.map(use =>
        Number(use.used.toFixed(6)),
      );
    expect(used('Europe/London')).toEqual([0.15, 0.2, 0.01]);
    expect(used('Asia/Tokyo')).toEqual([0.35, 0.01]);
    expect(used('America/New_York')).toEqual([0.35, 0.01]);
  });

  it('shares a step between two days by time', () => {
    const points = [
      point('2026-11-10T23:30:00Z', '2026-11-11T01:30:00Z', 20),
      point('2026-11-14T00:00:00Z', '2026-11-14T01:00:00Z', 0),
    ];
    const { uses } = budgetUse({ slo, points, timeZone: 'Europe/London' });
    // A quarter of the two hours lies before midnight.
    expect(uses.map(({ used }) => Number(used.toFixed(6)))).toEqual([
      0.05, 0.15, 0,
    ]);
  });

  it('compares with an even pace', () => {
    const points = [point('2026-11-10T00:00:00Z', '2026-11-14T00:00:00Z', 0)];
    const { unit, pace } = budgetUse({ slo, points });
    expect(unit).toBe('day');
    // One of 30 days.
    expect(pace).toBeCloseTo(0.033333, 6);
  });

  it('goes by hours within two days', () => {
    const points = [
      point('2026-11-10T10:00:00Z', '2026-11-10T10:30:00Z', 1),
      point('2026-11-10T10:30:00Z', '2026-11-10T11:00:00Z', 2),
      point('2026-11-10T11:00:00Z', '2026-11-10T11:30:00Z', 4),
    ];
    const { unit, pace, uses } = budgetUse({ slo, points });
    expect(unit).toBe('hour');
    // One of 720 hours.
    expect(pace).toBeCloseTo(0.001389, 6);
    expect(uses.map(({ used }) => Number(used.toFixed(6)))).toEqual([
      0.03, 0.04,
    ]);
  });

  it('uses nothing of a budget without traffic', () => {
    const { uses } = budgetUse({
      slo: { ...slo, total: 0 },
      points: [point('2026-11-10T10:00:00Z', '2026-11-10T10:30:00Z', 0)],
    });
    expect(uses[0].used).toBe(0);
  });
});
