import { readHouseSlo } from '../__fixtures__/readHouseSlo';
import { readSloDocuments } from '../readSloDocuments';

describe('goldenPathReader', () => {
  it('reads every field', () => {
    const { slo, problems } = readHouseSlo({
      description: '|\n      Two\n      lines\n',
      gap: 'bad',
      agreed_with: '[Ada, "product:shop"]',
      sli: '{ good: "rate(a[5m])", total: "rate(b[5m])", source: eu }',
    });

    expect(problems).toEqual([]);
    expect(slo).toEqual({
      format: 'golden-path',
      service: 'shop',
      name: 'availability',
      description: 'Two\nlines\n',
      objective: 0.99,
      window: { type: 'rolling', seconds: 2_592_000 },
      method: 'occurrences',
      indicator: {
        form: 'ratio',
        good: 'sum(rate(a[5m]))',
        total: 'sum(rate(b[5m]))',
        inferred: false,
        warnings: [],
        rangeSeconds: 300,
      },
      policy: [],
      gapPolicy: 'bad',
      source: 'eu',
      agreedWith: ['Ada', 'product:shop'],
      location: { file: 'slo.yaml', line: 3, indicatorLine: 4 },
    });
  });

  it('lists every problem of a document, not only the first', () => {
    const content = `owner: 7
extra: 1
slos:
  - name: -bad-
    sli: { metric: "sum(", nonsense: 1 }
    target: "99%"
    window: 0d
    error_budget_policy:
      - threshold: 0.5
        action: ok
      - threshold: 0
        action: ""
        effect: explode
    gap: none
    agreed_with: [1]
  - 5
`;
    const { slos, problems } = readSloDocuments([{ file: 'a.yaml', content }]);

    expect(slos).toEqual([]);
    expect(problems.map(p => `${p.line}:${p.column} ${p.path}`)).toEqual([
      '1:1 service',
      '1:8 owner',
      '2:1 extra',
      '4:11 slos[0].name',
      '5:25 slos[0].sli.metric',
      '5:28 slos[0].sli.nonsense',
      '6:13 slos[0].target',
      '7:13 slos[0].window',
      '11:20 slos[0].error_budget_policy[1].threshold',
      '12:17 slos[0].error_budget_policy[1].action',
      '13:17 slos[0].error_budget_policy[1].effect',
      '14:10 slos[0].gap',
      '15:19 slos[0].agreed_with[0]',
      '16:5 slos[1]',
    ]);
    expect(problems.map(p => p.severity)).toEqual(
      problems.map(p =>
        /unknown field/.test(p.message) ? 'warning' : 'error',
      ),
    );
  });

  const aName =
    'the name of an SLO (a text of 1 to 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends)';

  it.each([
    ['-x', 'got -x'],
    ['a b', 'got a b'],
    ['"a/b"', 'got "a/b"'],
    ['500', 'got 500'],
    ['a'.repeat(64), `got ${'a'.repeat(60)}…`],
    ['""', 'got ""'],
    ['', 'got nothing'],
    ['~', 'got ~'],
    ['{ a: 1 }', 'got a mapping'],
  ])('refuses the name %j', (name, got) => {
    const { problems } = readHouseSlo({ name });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^error 3:\d+ slos\[0\]\.name: /);
    expect(problems[0]).toContain(`expected ${aName}, ${got}`);
  });

  it.each(['a', 'A.b_c-9', 'a'.repeat(63), '"500"'])(
    'takes the name %s',
    name => {
      expect(readHouseSlo({ name }).problems).toEqual([]);
    },
  );

  it.each([
    ['1', ''],
    ['0', ''],
    ['-0.5', ''],
    ['.nan', ''],
    ['NaN', ''],
    ['.inf', ''],
    ['100', ''],
    ['true', ''],
    ['[0.99]', 'a list'],
    ['99.5', '99.5; did you mean 0.995?'],
    ['99.95', '99.95; did you mean 0.9995?'],
    ['"99%"', '"99%"; did you mean 0.99?'],
    ['99.9 %', '99.9 %; did you mean 0.999?'],
    ['"0.995"', '"0.995"; did you mean 0.995?'],
  ])('refuses the target %s', (target, got) => {
    expect(readHouseSlo({ target }).problems).toEqual([
      `error 5:13 slos[0].target: expected a fraction between 0 and 1, got ${
        got || target
      }`,
    ]);
  });

  it('misses the target at the SLO, and at the key where it has no value', () => {
    const message =
      'slos[0].target: expected a fraction between 0 and 1, got nothing';

    expect(readHouseSlo({ target: '' }).problems).toEqual([
      `error 3:5 ${message}`,
    ]);
    expect(readHouseSlo({ target: ' ' }).problems).toHaveLength(1);
    expect(readHouseSlo({ target: ' ' }).problems[0]).toMatch(
      /^error 5:\d+ slos\[0\]\.target: .* got nothing$/,
    );
  });

  it.each([
    ['30d', 2_592_000],
    ['4w', 2_419_200],
    ['720h', 2_592_000],
    ['43200m', 2_592_000],
    ['1d12h', 129_600],
    ['400d', 34_560_000],
    ['1m', 60],
  ])('reads the window %s', (window, seconds) => {
    expect(readHouseSlo({ window }).slo.window).toEqual({
      type: 'rolling',
      seconds,
    });
  });

  it.each([
    '0d',
    '-30d',
    '401d',
    '59s',
    '30',
    '30 days',
    '1M',
    '1.5d',
    '12h1d',
    'month',
    '[30d]',
    `${'9'.repeat(400)}d`,
  ])('refuses the window %s', window => {
    expect(readHouseSlo({ window }).problems).toEqual([
      expect.stringContaining(
        'error 6:13 slos[0].window: expected the length of a rolling window from 1m to 400d, such as 30d, 4w or 720h, got ',
      ),
    ]);
  });

  it('sorts policies and fills in effects', () => {
    const { slo, problems } = readHouseSlo({
      error_budget_policy: `
      - { threshold: 1.2, action: "Stop: { now }" }
      - { threshold: 0.75, action: Look, effect: freeze }
      - { threshold: 1, action: Halt, effect: notify }
      # the first step
      - { threshold: 0.25, action: Talk }

    # the end`,
    });

    expect(problems).toEqual([]);
    expect(slo.policy).toEqual([
      { threshold: 0.25, action: 'Talk', effect: 'review' },
      { threshold: 0.75, action: 'Look', effect: 'freeze' },
      { threshold: 1, action: 'Halt', effect: 'notify' },
      { threshold: 1.2, action: 'Stop: { now }', effect: 'freeze' },
    ]);
    expect(slo.location.policyLines).toEqual({ from: 7, to: 12 });
  });

  it.each([
    ['{}', ': expected a list of thresholds with their actions, got a mapping'],
    ['[5]', '[0]: expected a mapping with threshold and action, got 5'],
    [
      '[{ threshold: "50%", action: a }]',
      '[0].threshold: expected a consumed fraction of the budget greater than 0, such as 0.5, got "50%"',
    ],
    [
      '[{ threshold: .inf, action: a }]',
      '[0].threshold: expected a consumed fraction of the budget greater than 0, such as 0.5, got .inf',
    ],
    [
      '[{ threshold: 1, action: a }, { threshold: 1.0, action: b }]',
      '[1].threshold: expected every threshold once, got 1 again',
    ],
    [
      '[{ threshold: 1 }]',
      '[0].action: expected what has to be done, as a text, got nothing',
    ],
    [
      '[{ threshold: 50, action: a }]',
      '[0].threshold: 50 is 50 times the whole budget; did you mean 0.5?',
    ],
  ])('finds fault with the policy %s', (policy, problem) => {
    const { problems } = readHouseSlo({ error_budget_policy: policy });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(` slos[0].error_budget_policy${problem}`);
  });

  it.each([
    ['{}', 'slos: expected a list of SLOs, got a mapping'],
    ['[]', 'slos: expected at least one SLO, got an empty list'],
    [
      '[5]',
      'slos[0]: expected an SLO with name, sli, target and window, got 5',
    ],
    ['', 'slos: expected a list of SLOs, got nothing'],
  ])('refuses the SLOs %s', (slos, problem) => {
    const content = `service: shop\nslos: ${slos}\n`;
    const { problems } = readSloDocuments([{ file: 'a.yaml', content }]);

    expect(problems.map(p => `${p.path}: ${p.message}`)).toEqual([problem]);
  });

  it('resolves anchors and merge keys, and points to where a text stands', () => {
    const content = `service: shop
slos:
  - &base
    name: one
    sli: &sli { good: "rate(a[5m])", total: "rate(b[5m])" }
    target: 0.99
    window: 30d
    error_budget_policy: &policy
      - { threshold: 1, action: Freeze }
  - <<: *base
    name: two
    target: 0.9
  - name: three
    sli: *sli
    target: 0.5
    window: 7d
    error_budget_policy: *policy
  - <<: [*base]
    name: four
    agreed_with: { a: 1 }
`;
    const { slos, problems } = readSloDocuments([{ file: 'a.yaml', content }]);

    expect(
      slos.map(({ name, objective, policy, location }) => [
        name,
        objective,
        policy.length,
        location.line,
        location.indicatorLine,
      ]),
    ).toEqual([
      ['one', 0.99, 1, 4, 5],
      ['two', 0.9, 1, 10, 5],
      ['three', 0.5, 1, 13, 5],
    ]);
    expect(problems.map(p => `${p.line}:${p.column} ${p.message}`)).toEqual([
      '20:18 expected a name or a list of names, got a mapping',
    ]);
  });
});
