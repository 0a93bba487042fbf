import { readHouseSlo } from '../__fixtures__/readHouseSlo';

/** Reads an SLI given as the fields of `sli`, in single quotes unless they are numbers. */
function read(sli: Record<string, string | number>, target: string) {
  const fields = Object.entries(sli).map(([name, value]) => {
    const text =
      typeof value === 'number' ? value : `'${value.replace(/'/g, "''")}'`;
    return `\n      ${name}: ${text}`;
  });
  return readHouseSlo({ sli: fields.join(''), target });
}

function warningsOf(problems: string[], path: string): string[] {
  const prefix = new RegExp(
    `^warning \\d+:\\d+ ${path.replace(/[[\].]/g, '\\$&')}: `,
  );
  return problems
    .filter(problem => prefix.test(problem))
    .map(problem => problem.replace(prefix, ''));
}

describe('readObjective: ratios', () => {
  it.each([
    [
      'sum(rate(a{s!~"5.."}[5m])) / sum(rate(b[5m]))',
      {
        good: 'sum(rate(a{s!~"5.."}[5m]))',
        total: 'sum(rate(b[5m]))',
        rangeSeconds: 300,
      },
    ],
    [
      '( (sum(rate(a[1m]))) / (sum(rate(b[1m]))) )',
      {
        good: 'sum(rate(a[1m]))',
        total: 'sum(rate(b[1m]))',
        rangeSeconds: 60,
      },
    ],
    [
      '1 - (sum(rate(e[5m])) / sum(rate(b[5m])))',
      { bad: 'sum(rate(e[5m]))', total: 'sum(rate(b[5m]))', rangeSeconds: 300 },
    ],
    [
      '1 - sum(rate(e[10m])) / sum(rate(b[10m]))',
      {
        bad: 'sum(rate(e[10m]))',
        total: 'sum(rate(b[10m]))',
        rangeSeconds: 600,
      },
    ],
    [
      'rate(a[5m]) / rate(b[300])',
      {
        good: 'sum(rate(a[5m]))',
        total: 'sum(rate(b[300]))',
        rangeSeconds: 300,
      },
    ],
    [
      '(sum(rate(a[5m])) or vector(0)) / clamp_min(sum(rate(b[5m])), 1)',
      {
        good: 'sum(rate(a[5m])) or vector(0)',
        total: 'clamp_min(sum(rate(b[5m])), 1)',
        rangeSeconds: 300,
      },
    ],
    [
      'scalar(sum(rate(a[5m]))) / sum by (job) (rate(b[5m]))',
      {
        good: 'scalar(sum(rate(a[5m])))',
        total: 'sum(sum by (job) (rate(b[5m])))',
        rangeSeconds: 300,
      },
    ],
    [
      '(sum(rate(b[5m])) - sum(rate(e[5m]))) / sum(rate(b[5m]))',
      {
        good: 'sum(rate(b[5m])) - sum(rate(e[5m]))',
        total: 'sum(rate(b[5m]))',
        rangeSeconds: 300,
      },
    ],
  ])('infers good and total of %s', (metric, queries) => {
    const { slo, problems } = read({ metric }, '0.99');

    expect(problems).toEqual([]);
    expect(slo).toMatchObject({ method: 'occurrences', objective: 0.99 });
    expect(slo.indicator).toEqual({
      form: 'ratio',
      inferred: true,
      warnings: [],
      ...queries,
    });
  });

  it.each([
    [
      'sum(increase(a[1h])) / sum(irate(b[1h]))',
      'sum(rate(a[1h]))',
      'sum(rate(b[1h]))',
      3600,
      [
        'increase() is rewritten to rate(): good and total are per-second rates over the whole range.',
        'irate() is rewritten to rate(): good and total are per-second rates over the whole range.',
      ],
    ],
    [
      'sum(rate(a[2h])) / sum(increase(b[120m]))',
      'sum(rate(a[5m]))',
      'sum(rate(b[5m]))',
      300,
      [
        'The range [2h] is no width of tiles (1m to 1h, dividing the hour); good and total use [5m] instead.',
        'increase() is rewritten to rate(): good and total are per-second rates over the whole range.',
      ],
    ],
    [
      'sum(rate(a[7m])) / sum(rate(b[7m]))',
      'sum(rate(a[5m]))',
      'sum(rate(b[5m]))',
      300,
      [
        'The range [7m] is no width of tiles (1m to 1h, dividing the hour); good and total use [5m] instead.',
      ],
    ],
    [
      'sum(rate(a[30s])) / sum(rate(b[30s] offset 1h))',
      'sum(rate(a[5m]))',
      'sum(rate(b[5m] offset 1h))',
      300,
      [
        'The range [30s] is no width of tiles (1m to 1h, dividing the hour); good and total use [5m] instead.',
        'The modifier "offset 1h" is kept: tiles show the time that it names, not their own.',
      ],
    ],
    [
      'rate(a[5m]) / on (job) group_left rate(b[5m] @ 1700000000)',
      'sum(rate(a[5m]))',
      'sum(rate(b[5m] @ 1700000000))',
      300,
      [
        'The modifier "on (job) group_left" is left out: good and total are each added up over all their series.',
        'The modifier "@ 1700000000" is kept: tiles show the time that it names, not their own.',
      ],
    ],
  ])(
    'rewrites %s and says so',
    (metric, good, total, rangeSeconds, warnings) => {
      const { slo, problems } = read({ metric }, '0.99');

      expect(slo.indicator).toEqual({
        form: 'ratio',
        good,
        total,
        rangeSeconds,
        inferred: true,
        warnings,
      });
      expect(warningsOf(problems, 'slos[0].sli.metric')).toEqual(warnings);
      expect(problems).toHaveLength(warnings.length);
    },
  );

  it('refuses two ranges, at the second one', () => {
    const metric = 'sum(rate(a[5m])) / sum(rate(b[10m]))';

    expect(read({ metric }, '0.99').problems).toEqual([
      'error 5:46 slos[0].sli.metric: expected one range in all rates of an SLI, got [5m] and [10m] at line 1, column 31 of the query',
    ]);
  });

  it('warns of an objective that looks like a rate of failures', () => {
    const metric = 'sum(rate(a[5m])) / sum(rate(b[5m]))';
    const warning =
      'Less than half of the events are promised to be good (0.01); if the query counts failures, name it bad.';

    expect(read({ metric }, '0.01').slo.indicator.warnings).toEqual([warning]);
    expect(read({ metric: `1 - ${metric}` }, '0.01').problems).toEqual([]);
  });

  it.each([
    [
      { good: '(sum(rate(c[1m])))', total: 'sum(rate(d[1m]))' },
      {
        good: 'sum(rate(c[1m]))',
        total: 'sum(rate(d[1m]))',
        rangeSeconds: 60,
      },
    ],
    [
      { total: 'sum(rate(d[5m]))' },
      {
        good: 'sum(rate(a[5m]))',
        total: 'sum(rate(d[5m]))',
        rangeSeconds: 300,
      },
    ],
    [
      { bad: 'rate(c[5m])' },
      { bad: 'sum(rate(c[5m]))', total: 'sum(rate(b[5m]))', rangeSeconds: 300 },
    ],
  ])('lets %j override what the metric says', (written, queries) => {
    const metric = 'sum(rate(a[5m])) / sum(rate(b[5m]))';
    const { slo, problems } = read({ metric, ...written }, '0.99');

    expect(problems).toEqual([]);
    expect(slo.indicator).toEqual({
      form: 'ratio',
      inferred: false,
      warnings: [],
      ...queries,
    });
  });

  it('takes written queries without ranges as rates', () => {
    const { slo } = read({ bad: 'job:errors:rate5m', total: 'sum(x)' }, '0.9');

    expect(slo.indicator).toEqual({
      form: 'ratio',
      bad: 'sum(job:errors:rate5m)',
      total: 'sum(x)',
      inferred: false,
      warnings: [
        'good and total name no range: their values are taken as events per second.',
      ],
    });
  });

  it('takes written queries beside any other metric', () => {
    const written = { good: 'rate(c[5m])', total: 'rate(d[5m])' };

    expect(read({ metric: 'up', ...written }, '0.9').slo.indicator).toEqual({
      form: 'ratio',
      good: 'sum(rate(c[5m]))',
      total: 'sum(rate(d[5m]))',
      inferred: false,
      warnings: [],
      rangeSeconds: 300,
    });
  });

  it.each([
    [
      { good: 'a', bad: 'b', total: 'c' },
      '6:12 slos[0].sli.bad: expected either good or bad, got both',
    ],
    [
      { bad: 'rate(a[5m])' },
      '5:7 slos[0].sli: expected a mapping with metric, good and total, or bad and total, got bad',
    ],
    [
      { total: 'rate(a[5m])' },
      '5:7 slos[0].sli: expected a mapping with metric, good and total, or bad and total, got total',
    ],
    [
      { op: 'lt' },
      '5:7 slos[0].sli: expected a mapping with metric, good and total, or bad and total, got none',
    ],
    [
      { metric: 'up', good: 'rate(a[5m])' },
      '5:7 slos[0].sli: expected good and total, or bad and total, beside a metric that is no ratio of rates, got one of them',
    ],
    [
      { good: 'rate(a[5m])', total: 'rate(b[1m])' },
      '6:22 slos[0].sli.total: expected one range in all rates of an SLI, got [5m] and [1m] at line 1, column 8 of the query',
    ],
  ])('refuses the incomplete SLI %j', (sli, problem) => {
    expect(read(sli, '0.9').problems).toEqual([`error ${problem}`]);
  });

  it('warns of op beside a ratio', () => {
    const sli = { good: 'rate(a[5m])', total: 'rate(b[5m])', op: 'gt' };

    expect(read({ ...sli, value: 1 }, '0.9').problems).toEqual([
      'warning 7:11 slos[0].sli.op: op is not used: events are counted, no value meets a bound',
      'warning 8:14 slos[0].sli.value: value is not used: events are counted, no value meets a bound',
    ]);
  });
});

describe('readObjective: latency', () => {
  it.each([
    [
      'histogram_quantile(0.95, rate(x_bucket{p="/a"}[5m]))',
      '0.5',
      {
        good: 'sum(rate(x_bucket{p="/a",le="0.5"}[5m]))',
        total: 'sum(rate(x_count{p="/a"}[5m]))',
        buckets: 'x_bucket{p="/a"}',
        thresholdSeconds: 0.5,
      },
    ],
    [
      '(histogram_quantile(0.95, sum by (le) (rate(x_bucket[5m]))))',
      '2',
      {
        good: 'sum(rate(x_bucket{le=~"2|2\\\\.0"}[5m]))',
        total: 'sum(rate(x_count[5m]))',
        buckets: 'x_bucket',
        thresholdSeconds: 2,
      },
    ],
    [
      'histogram_quantile(0.95, sum(rate({__name__="x_bucket", p!="a,b",}[5m])) by (le))',
      '0.25',
      {
        good: 'sum(rate(x_bucket{p!="a,b",le="0.25"}[5m]))',
        total: 'sum(rate(x_count{p!="a,b"}[5m]))',
        buckets: 'x_bucket{p!="a,b"}',
        thresholdSeconds: 0.25,
      },
    ],
    [
      'histogram_quantile(0.95, rate({"http.time_bucket", p="a"}[5m]))',
      '0.25',
      {
        good: 'sum(rate({"http.time_bucket",p="a",le="0.25"}[5m]))',
        total: 'sum(rate({"http.time_count",p="a"}[5m]))',
        buckets: '{"http.time_bucket",p="a"}',
        thresholdSeconds: 0.25,
      },
    ],
    [
      'histogram_quantile(0.95, sum(rate(x{p="/a"}[5m])))',
      '0.3',
      {
        good: 'histogram_fraction(0, 0.3, sum(rate(x{p="/a"}[5m]))) * histogram_count(sum(rate(x{p="/a"}[5m])))',
        total: 'histogram_count(sum(rate(x{p="/a"}[5m])))',
        thresholdSeconds: 0.3,
      },
    ],
  ])('counts fast requests of %s, target %s', (metric, target, queries) => {
    const { slo, problems } = read({ metric }, target);

    expect(problems).toEqual([]);
    expect(slo).toMatchObject({ method: 'occurrences', objective: 0.95 });
    expect(slo.indicator).toEqual({
      form: 'latency',
      inferred: true,
      warnings: [],
      rangeSeconds: 300,
      ...queries,
    });
  });

  it('says what it leaves out of a quantile', () => {
    const metric =
      'histogram_quantile(0.9, sum by (le, path) (increase(x_bucket{a="b",le=~".*"}[2m] offset 1d)))';
    const { slo, problems } = read({ metric }, '0.5');

    expect(slo.indicator).toEqual({
      form: 'latency',
      good: 'sum(rate(x_bucket{a="b",le="0.5"}[2m] offset 1d))',
      total: 'sum(rate(x_count{a="b"}[2m] offset 1d))',
      buckets: 'x_bucket{a="b"}',
      thresholdSeconds: 0.5,
      rangeSeconds: 120,
      inferred: true,
      warnings: [
        '"by (le, path)" is left out: requests of all labels are counted together.',
        'The matcher for le is left out: good names the bucket of the target, total has none.',
        'The modifier "offset 1d" is kept: tiles show the time that it names, not their own.',
        'increase() is rewritten to rate(): good and total are per-second rates over the whole range.',
      ],
    });
    expect(warningsOf(problems, 'slos[0].sli.metric')).toHaveLength(4);
  });

  it.each(['without (instance)', 'by (le, "http.route")'])(
    'says that grouping %s is left out',
    grouping => {
      const metric = `histogram_quantile(0.9, sum ${grouping} (rate(x_bucket[5m])))`;

      expect(read({ metric }, '0.5').slo.indicator.warnings).toEqual([
        `"${grouping}" is left out: requests of all labels are counted together.`,
      ]);
    },
  );

  it('lets good and total override', () => {
    const metric = 'histogram_quantile(0.9, rate(x_bucket[5m]))';

    expect(
      read({ metric, good: 'rate(fast[5m])' }, '0.5').slo.indicator,
    ).toEqual({
      form: 'latency',
      good: 'sum(rate(fast[5m]))',
      total: 'sum(rate(x_count[5m]))',
      thresholdSeconds: 0.5,
      rangeSeconds: 300,
      inferred: false,
      warnings: [],
    });
    expect(
      read({ metric, good: 'rate(fast[1m])', total: 'rate(all[1m])' }, '0.5')
        .slo.indicator,
    ).toEqual({
      form: 'latency',
      good: 'sum(rate(fast[1m]))',
      total: 'sum(rate(all[1m]))',
      thresholdSeconds: 0.5,
      rangeSeconds: 60,
      inferred: false,
      warnings: [],
    });
  });

  it.each([
    [
      { bad: 'rate(slow[5m])' },
      '6:13 slos[0].sli.bad: expected good beside a metric that is a quantile, got bad',
    ],
    [
      { total: 'rate(all[1m])' },
      '5:46 slos[0].sli.metric: expected one range in all rates of an SLI, got [1m] and [5m] at line 1, column 39 of the query',
    ],
  ])('refuses to combine a quantile with %j', (written, problem) => {
    const metric = 'histogram_quantile(0.9, rate(x_bucket[5m]))';

    const { problems } = read({ metric, ...written }, '0.5');

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem.replace(/^\S+ /, ''));
  });

  it.each(['0', '1', '1.5', '-0.5', 'Inf', 'NaN', 'scalar(y)'])(
    'refuses the quantile %s',
    quantile => {
      const metric = `histogram_quantile(${quantile}, rate(x_bucket[5m]))`;

      expect(read({ metric }, '0.5').problems).toEqual([
        `error 5:35 slos[0].sli.metric: expected a quantile between 0 and 1 in histogram_quantile(), got ${quantile} at line 1, column 20 of the query`,
      ]);
    },
  );

  it.each([
    ['0', '0'],
    ['-1', '-1'],
    ['.inf', '.inf'],
    ['500ms', '500ms; did you mean 0.5?'],
    ['"1m"', '"1m"; did you mean 60?'],
  ])('refuses the threshold %s', (target, got) => {
    const metric = 'histogram_quantile(0.9, rate(x_bucket[5m]))';

    expect(read({ metric }, target).problems).toEqual([
      `error 6:13 slos[0].target: expected a threshold in seconds greater than 0, got ${got}`,
    ]);
  });
});

describe('readObjective: time slices', () => {
  it.each([
    ['lag', 'lt', 'lt', 'lag', undefined],
    ['lag{a="b"} + other', '<', 'lt', 'lag{a="b"}', undefined],
    ['max(max_over_time(lag[10m]))', '<=', 'lte', 'lag', 600],
    ['avg_over_time(up[7m])', '>', 'gt', 'up', undefined],
    ['rate(a[5m]) + rate(b[1m])', '>=', 'gte', 'a', undefined],
    ['max_over_time(rate(a[5m])[30m:1m])', 'gt', 'gt', 'a', undefined],
    [
      'histogram_quantile(0.9, rate(x_bucket[5m]))',
      'lte',
      'lte',
      'x_bucket',
      300,
    ],
    ['sum(rate(e[5m])) / sum(rate(b[5m]))', 'lt', 'lt', 'e', 300],
  ])('compares %s by %s', (metric, op, operator, selector, seconds) => {
    const { slo, problems } = read({ metric, op, value: 0.5 }, '0.999');

    expect(problems).toEqual([]);
    expect(slo).toMatchObject({ method: 'timeslices', objective: 0.999 });
    expect(slo.objectiveDefaulted).toBeUndefined();
    expect(slo.sliceSeconds).toBe(seconds);
    expect(slo.indicator).toEqual({
      form: 'slices',
      query: metric,
      op: operator,
      value: 0.5,
      selector,
      inferred: true,
      warnings: [],
      ...(seconds && { rangeSeconds: seconds }),
    });
  });

  it('takes the target as bound where there is no value', () => {
    const { slo, problems } = read({ metric: 'lag', op: 'lt' }, '30');

    expect(slo).toMatchObject({
      objective: 0.99,
      objectiveDefaulted: true,
      indicator: { op: 'lt', value: 30 },
    });
    expect(problems).toEqual([
      'warning 7:13 slos[0].target: The target 30 is the bound of the value, so no objective is given and 0.99 of the slices is promised; write the bound as sli.value and the promised fraction as target.',
    ]);
  });

  it.each([
    ['lag', 'at most 1 (lte)'],
    ['job:good:ratio / job:all', 'at least 1 (gte)'],
    ['1 - job:bad', 'at least 1 (gte)'],
    ['100 * (a / b)', 'at least 1 (gte)'],
    ['sum(rate(a[5m])) / sum(rate(b[5m])) * 100', 'at least 1 (gte)'],
    ['lag / 1000', 'at most 1 (lte)'],
    ['lag * 1000', 'at most 1 (lte)'],
    ['5 - lag', 'at most 1 (lte)'],
  ])('says how %s is compared without op', (metric, comparison) => {
    const { slo, problems } = read({ metric, value: 1 }, '0.9');
    const warning = `No op is given: a slice is taken as good when the value is ${comparison}.`;

    expect(slo.indicator.warnings).toEqual([warning]);
    expect(warningsOf(problems, 'slos[0].sli.metric')).toEqual([warning]);
  });

  it.each([
    'histogram_quantile(0.9, max by (le) (rate(x_bucket[5m])))',
    'histogram_quantile(0.9, x_bucket)',
    'histogram_quantile(0.9, rate(x_bucket[5m]) + rate(y_bucket[5m]))',
    'histogram_quantile(0.9, rate({__name__=~"x_.*"}[5m]))',
  ])('judges slices where requests cannot be counted: %s', metric => {
    const { slo } = read({ metric, op: 'lte' }, '0.3');

    expect(slo).toMatchObject({ method: 'timeslices', objective: 0.99 });
    expect(slo.indicator).toMatchObject({ query: metric, value: 0.3 });
    expect(slo.indicator.warnings).toEqual([
      'The quantile is not taken of the rate of one histogram, so requests cannot be counted: time slices are judged instead.',
    ]);
  });

  it('warns of a comparison that leaves gaps', () => {
    const warning =
      'The query compares without "bool": where the comparison is false it gives no value, and the slice is a gap. Leave the comparison to op and value.';
    const warningsFor = (metric: string) =>
      read({ metric, op: 'gte', value: 1 }, '0.9').slo.indicator.warnings;

    expect(warningsFor('a > 0.5')).toEqual([warning]);
    expect(warningsFor('a > bool 0.5')).toEqual([]);
  });

  it.each([
    [
      { metric: 'vector(1)' },
      'sli.metric: expected a query that selects a series, got vector(1) at line 1, column 1 of the query',
    ],
    [
      { metric: 'lag', op: 'eq' },
      "sli.op: expected one of lt, lte, gt, gte, <, <=, >, >=, got 'eq'",
    ],
    [
      { metric: 'lag', value: 'high' },
      "sli.value: expected the bound of the value, as a number, got 'high'",
    ],
    [
      { metric: 'lag', source: ' ' },
      "sli.source: expected the name of a metrics source, got ' '",
    ],
  ])('refuses the slices %j', (sli, problem) => {
    const { problems } = read(sli, '0.9');

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(` slos[0].${problem}`);
  });

  it.each([
    [
      { metric: 'lag', op: 'lt' },
      'target: expected the bound of the value, as a number, got high',
    ],
    [
      { metric: 'lag', op: 'lt', value: 1 },
      'target: expected a fraction between 0 and 1, got high',
    ],
    [
      { metric: 'lag', op: 'lt', value: 'x' },
      'target: expected a number, got high',
    ],
  ])('refuses the target beside %j', (sli, problem) => {
    expect(read(sli, 'high').problems).toContainEqual(
      expect.stringContaining(` slos[0].${problem}`),
    );
  });
});
