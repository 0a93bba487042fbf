import { indicatorSubject } from './indicatorSubject';

const ratio = (total: string) => ({
  form: 'ratio' as const,
  good: total,
  total,
  inferred: true,
  warnings: [],
});

describe('indicatorSubject', () => {
  it.each([
    ['sum(rate(requests_total[5m]))', undefined],
    ['sum(rate(d_count{path="/api/orders"}[5m]))', '/api/orders'],
    [
      'sum(rate(d_count{method="POST",route="/api/orders",job="x"}[5m]))',
      'POST /api/orders',
    ],
    ['sum(rate(d_count{path=~"/api/.*"}[5m]))', undefined],
    ['sum(rate(d_count{method="POST"}[5m]))', undefined],
  ])('%s', (total, subject) => {
    expect(indicatorSubject(ratio(total))).toBe(subject);
  });

  it('has none for time slices', () => {
    expect(
      indicatorSubject({
        form: 'slices',
        query: 'up{path="/a"}',
        op: 'gte',
        value: 1,
        inferred: true,
        warnings: [],
      }),
    ).toBeUndefined();
  });
});
