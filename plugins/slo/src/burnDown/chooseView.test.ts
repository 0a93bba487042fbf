import { availability, now } from '../__fixtures__/slos';
import { chartRanges } from './chartRanges';
import { chooseView } from './chooseView';
import { historyQuery } from './historyQuery';

const DAY = 86_400;

describe('chartRanges', () => {
  it.each([
    [30, [30, 7, 1]],
    [28, [28, 7, 1]],
    [7, [7, 1]],
    [1, [1]],
  ])('offers for %p days %p', (days, expected) => {
    expect(chartRanges(days * DAY).map(seconds => seconds / DAY)).toEqual(
      expected,
    );
  });
});

describe('chooseView', () => {
  const iso = (options: Partial<Parameters<typeof chooseView>[0]>) => {
    const { from, to } = chooseView({
      slo: availability,
      mode: 'window',
      rangeSeconds: 30 * DAY,
      now,
      ...options,
    });
    return [from, to].map(at => at.toISOString().slice(0, 16));
  };

  it('is the whole window, or its end', () => {
    expect(iso({})).toEqual(['2026-10-24T14:55', '2026-11-23T14:55']);
    expect(iso({ rangeSeconds: 7 * DAY })).toEqual([
      '2026-11-16T14:55',
      '2026-11-23T14:55',
    ]);
  });

  it('ends now in a calendar window', () => {
    const slo = {
      ...availability,
      window: {
        type: 'calendar' as const,
        unit: 'month' as const,
        count: 1,
        timeZone: 'UTC',
        from: '2026-11-01T00:00:00Z',
        to: '2026-12-01T00:00:00Z',
      },
    };
    expect(iso({ slo })).toEqual(['2026-11-01T00:00', '2026-11-23T14:55']);
  });

  it('ends where an earlier query did', () => {
    expect(iso({ until: '2026-11-20T13:30:00Z' })).toEqual([
      '2026-10-21T13:30',
      '2026-11-20T13:30',
    ]);
  });
});

describe('historyQuery', () => {
  it.each([
    [1, 289],
    [7, 673],
    [28, 673],
    [30, 361],
    [90, 361],
    [365, 366],
  ])('asks for a %p-day view at round steps', (days, points) => {
    const to = now;
    const from = new Date(to.getTime() - days * DAY * 1000);
    const query = historyQuery({ mode: 'rolling', from, to });
    expect(query.points).toBe(points);
    expect(query).not.toHaveProperty('generation');
  });
});
