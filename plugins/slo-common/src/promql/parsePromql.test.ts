import { parsePromql } from './parsePromql';
import { PromqlError } from './PromqlError';

function errorOf(text: string): [offset: number, message: string] {
  try {
    parsePromql(text);
  } catch (error) {
    if (error instanceof PromqlError) {
      expect(error.query).toBe(text);
      return [error.offset, error.message];
    }
    throw error;
  }
  throw new Error(`no error in ${text}`);
}

describe('parsePromql', () => {
  it.each([
    'up',
    '# comment\nsum(up)',
    'SUM(up) BY (job)',
    'sum without (instance) (rate(a{b=`c`}[5m] offset -1h))',
    'max_over_time(rate(a[5m])[30m:1m] @ start())',
    '{"http.requests", "http.code"=~"5.."}',
    'predict_linear(a[1h], 3600) or -b',
    'a / b offset 5m',
    'rate((a[5m]))',
    'histogram_fraction(0, 0.2, rate(h[5m]))',
  ])('takes %s', text => {
    const query = parsePromql(text);

    expect(query.textOf(query.expression)).toBe(
      text.replace('# comment\n', ''),
    );
  });

  const got = 'expected a PromQL expression, got';

  it.each([
    ['', 0, `${got} an unexpected end`],
    ['sum(rate(a[5m])', 15, `${got} an unexpected end`],
    ['sum(a))', 6, `${got} unexpected ")"`],
    ['a b', 2, `${got} unexpected "b"`],
    ['a{b=c}', 4, `${got} unexpected "c"`],
    ['rate(a[5x])', 8, `${got} unexpected "x"`],
    ['"text"', 0, `${got} a string`],
    ['foo(a[5m])', 3, 'expected a PromQL function, got unknown function "foo"'],
    [
      'sum(rollup_rate(a[5m]))',
      15,
      'expected a PromQL function, got unknown function "rollup_rate"',
    ],
    [
      'RATE(a[5m])',
      4,
      'expected a PromQL function, got unknown function "RATE"',
    ],
    ['a default 0', 2, `expected PromQL, got MetricsQL's "default"`],
    ['WITH (x = 1) x', 5, `expected PromQL, got MetricsQL's "WITH"`],
    [
      'rate(a[5m] keep_metric_names)',
      11,
      `expected PromQL, got MetricsQL's "keep_metric_names"`,
    ],
    [
      'rate(a[$__rate_interval])',
      7,
      'expected PromQL, got the dashboard variable "$__rate_interval"',
    ],
    ['sum(rate(a))', 4, 'expected a range such as [5m] in rate(), got rate(a)'],
    [
      'avg_over_time(up)',
      0,
      'expected a range such as [5m] in avg_over_time(), got avg_over_time(up)',
    ],
    [
      'sum(a[5m])',
      4,
      'expected a function such as rate() around the range a[5m]',
    ],
    ['a[5m]', 0, 'expected a function such as rate() around the range a[5m]'],
    [
      'abs(a[5m:])',
      4,
      'expected a function such as rate() around the range a[5m:]',
    ],
    [
      'rate(rate(a[5m])[5m])',
      5,
      'expected a range on a selector, or a subquery such as [30m:1m], got rate(a[5m])[5m]',
    ],
    ['rate(a[0s])', 7, 'expected a range greater than 0, got [0s]'],
    ['rate(a[-5m])', 7, 'expected a range greater than 0, got [-5m]'],
    [
      'sum(a) offset 5m',
      7,
      'expected offset after a selector or subquery, got it after sum(a)',
    ],
    [
      'a / sum(b) @ 5',
      11,
      'expected @ after a selector or subquery, got it after sum(b)',
    ],
    [
      `${'('.repeat(101)}a${')'.repeat(101)}`,
      100,
      'expected at most 100 levels of parentheses, got more',
    ],
    [
      `a${' '.repeat(10_000)}`,
      0,
      'expected a PromQL expression of at most 10000 characters, got 10001',
    ],
  ])('refuses %s', (text, offset, message) => {
    expect(errorOf(text)).toEqual([offset, message]);
  });

  it.each(['(', '-', 'foo(', '$', 'a{b', 'sum by (', '"', 'a+', '{a="'])(
    'survives 10,000 characters of %s',
    part => {
      const text = part.repeat(10_000 / part.length).slice(0, 10_000);
      const begin = performance.now();

      expect(errorOf(text)[1]).toMatch(/^expected /);
      expect(performance.now() - begin).toBeLessThan(1000);
    },
  );
});
