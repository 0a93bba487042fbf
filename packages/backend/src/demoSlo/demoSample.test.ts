import { apiServiceSeries } from './apiServiceSeries';
import { demoSample } from './demoSample';

const { availability, latency } = apiServiceSeries;
const seconds = (instant: string) => Date.parse(instant) / 1_000;
const DAY = 86_400;

/** Sums over [from, to). */
function measure(options: {
  name?: string;
  series?: typeof availability;
  from: string | number;
  to: string | number;
  since: string;
}) {
  const { name = 'availability', series = availability, since } = options;
  const [from, to] = [options.from, options.to].map(at =>
    typeof at === 'string' ? seconds(at) : at,
  );
  let bad = 0;
  let total = 0;
  for (let start = from; start < to; start += 60) {
    const sample = demoSample({ name, series, start, since: seconds(since) });
    bad += sample.total - sample.good;
    total += sample.total;
  }
  return { bad, total, fraction: bad / total };
}

describe('demoSample', () => {
  const since = '2026-11-23T14:55:00Z';

  it('is always the same for the same tile', () => {
    const sample = () =>
      demoSample({
        name: 'availability',
        series: availability,
        start: seconds('2026-11-11T14:30:00Z'),
        since: seconds(since),
      });
    expect(sample()).toEqual(sample());
    expect(sample()).toMatchObject({
      start: '2026-11-11T14:30:00.000Z',
      seconds: 60,
    });
  });

  it('has whole numbers, and never more good than all', () => {
    const from = seconds('2026-11-11T12:00:00Z');
    for (let start = from; start < from + 21_600; start += 60) {
      const { good, total } = demoSample({
        name: 'latency',
        series: latency,
        start,
        since: seconds(since),
      });
      expect([good, total].every(Number.isInteger)).toBe(true);
      expect(good).toBeGreaterThanOrEqual(0);
      expect(good).toBeLessThanOrEqual(total);
    }
  });

  it.each([
    // 868 requests a minute × load; the scatter averages out
    ['a busy hour', '2026-11-18T14:00:00Z', '2026-11-18T15:00:00Z', 89_055],
    ['a quiet hour', '2026-11-15T02:00:00Z', '2026-11-15T03:00:00Z', 16_145],
    ['a week', '2026-11-12T00:00:00Z', '2026-11-19T00:00:00Z', 8_749_440],
  ])('counts the requests of %s', (_, from, to, expected) => {
    const { total } = measure({ from, to, since });
    expect(Math.abs(total / expected - 1)).toBeLessThan(0.02);
  });

  it.each([
    // Between rise and fall the fraction is the incident's own and 0.002 × (load − 0.7)
    ['slow database', '2026-11-03T09:26:00Z', '2026-11-03T09:54:00Z', 0.211],
    ['bad deployment', '2026-11-11T14:11:00Z', '2026-11-11T15:39:00Z', 0.442],
    ['broken network', '2026-11-19T06:11:00Z', '2026-11-19T06:59:00Z', 0.13],
    // Without an incident: 0.002 × (1.71 − 0.7), and nothing below a load of 0.7
    ['busy hour', '2026-11-18T14:00:00Z', '2026-11-18T15:00:00Z', 0.00202],
    ['first hours', '2026-10-19T00:00:00Z', '2026-10-19T05:00:00Z', 0],
    ['Sunday night', '2026-11-15T00:00:00Z', '2026-11-15T06:00:00Z', 0],
  ])('fails in the %s as told', (_, from, to, expected) => {
    const { fraction } = measure({ from, to, since });
    expect(fraction).toBeGreaterThanOrEqual(expected * 0.95);
    expect(fraction).toBeLessThanOrEqual(expected * 1.05);
  });

  it.each([
    ['just before', '2026-11-11T14:00:00Z', '2026-11-11T14:05:00Z'],
    ['just after', '2026-11-11T15:50:00Z', '2026-11-11T15:55:00Z'],
  ])('is over the incident %s', (_, from, to) => {
    expect(measure({ from, to, since }).fraction).toBeLessThan(0.004);
  });

  // Budgets of 30 d are 0.005 and 0.05 of all requests.
  it.each([
    '2026-11-23T00:01:00Z',
    '2026-11-26T12:00:00Z',
    '2026-11-29T23:59:00Z',
  ])('uses the intended part of the budget in a demo that begins at %s', at => {
    const to = Math.floor(seconds(at) / 60) * 60;
    const window = { from: to - 30 * DAY, to, since: at };
    const used = measure(window).fraction / 0.005;
    expect(used).toBeGreaterThan(0.6);
    expect(used).toBeLessThan(0.64);

    const slow = measure({ ...window, name: 'latency', series: latency });
    expect(slow.fraction / 0.05).toBeGreaterThan(0.26);
    expect(slow.fraction / 0.05).toBeLessThan(0.3);
  });

  it('has lost a third of the budget in the large incident', () => {
    const month = measure({
      from: '2026-10-25T00:00:00Z',
      to: '2026-11-24T00:00:00Z',
      since,
    });
    const incident = measure({
      from: '2026-11-11T14:05:00Z',
      to: '2026-11-11T15:50:00Z',
      since,
    });
    const share = incident.bad / (month.total * 0.005);
    expect(share).toBeGreaterThan(0.32);
    expect(share).toBeLessThan(0.36);
  });
});
