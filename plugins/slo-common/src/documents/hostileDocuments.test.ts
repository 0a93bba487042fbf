import { readSloDocuments } from './readSloDocuments';

function problemsOf(content: string): string[] {
  const { slos, problems } = readSloDocuments([{ file: 'a.yaml', content }]);
  expect(slos).toEqual([]);
  return problems.map(
    ({ severity, line, column, path, message }) =>
      `${severity} ${line}:${column} ${path}: ${message}`,
  );
}

function sloList(count: number): string {
  const slos = Array.from(
    { length: count },
    (_, index) => `  - name: slo-${index}
    sli: { good: "rate(a[5m])", total: "rate(b[5m])" }
    target: 0.99
    window: 30d
`,
  );
  return `service: shop\nslos:\n${slos.join('')}`;
}

describe('hostile documents', () => {
  const tooDeep = 'expected at most 64 levels of nesting, got more';

  it.each([
    ['flow sequences', '['.repeat(10_000), `1:66 : ${tooDeep}`],
    ['a million flow sequences', '['.repeat(1e6), `1:66 : ${tooDeep}`],
    ['flow mappings', '{a: '.repeat(10_000), `1:258 : ${tooDeep}`],
    ['sequences on a line', '- '.repeat(10_000), `1:130 : ${tooDeep}`],
    ['keys on a line', '? '.repeat(10_000), `1:130 : ${tooDeep}`],
    [
      'mappings by indentation',
      Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      `65:67 : ${tooDeep}`,
    ],
    [
      '5 MB',
      'a'.repeat(5_000_000),
      '1:1 : expected a document of at most 1048576 bytes, got 5000000',
    ],
    [
      'a document that is too big only in UTF-8',
      'é'.repeat(600_000),
      '1:1 : expected a document of at most 1048576 bytes, got 1200000',
    ],
    [
      'many words',
      '- a\n'.repeat(200_000),
      '20001:1 : expected at most 100000 words and signs in a request, got more',
    ],
    [
      'many documents',
      '---\n'.repeat(10_000),
      '502:4 : expected at most 500 YAML documents, got more',
    ],
    [
      'an alias bomb',
      [
        'service: &a0 [x,x,x,x,x,x,x,x,x,x]',
        ...Array.from(
          { length: 30 },
          (_, i) => `a${i}: &a${i + 1} [${`*a${i},`.repeat(10)}]`,
        ),
      ].join('\n'),
      '1:1 : expected at most 100000 values with all aliases written out, got more',
    ],
    [
      'an alias inside itself',
      'service: &a [*a]',
      '1:14 service[0]: expected an alias of an earlier value, got "*a" inside itself',
    ],
    [
      'an alias of nothing',
      'service: *a',
      '1:10 service: expected an anchor "&a" before this alias, got none',
    ],
    [
      'a NUL character',
      'service: a\u0000b',
      '1:11 : expected text, got the character \\u0000',
    ],
    [
      'an escaped NUL character',
      'service: "a\\0b"',
      '1:10 service: expected text, got the character \\u0000 or half of a surrogate pair',
    ],
    [
      'half of a surrogate pair',
      'service: "\\ud800"',
      '1:10 service: expected text, got the character \\u0000 or half of a surrogate pair',
    ],
    [
      'a repeated key',
      'service: a\nslos: []\nservice: b',
      '3:1 service: expected every key once, got "service" again',
    ],
    [
      'a key that is no text',
      'service: a\n[b]: c',
      '2:1 : expected a text as key, got something else',
    ],
  ])('answers %s with one error, soon', (_, content, problem) => {
    const begin = performance.now();

    expect(problemsOf(content)).toEqual([`error ${problem}`]);
    // Far above the usual 100 ms at most: the machine may be busy.
    expect(performance.now() - begin).toBeLessThan(2000);
  });

  it('stays quick with thousands of different keys', () => {
    const keys = Array.from({ length: 13_000 }, (_, i) => `k${i}: 1`);
    const begin = performance.now();

    problemsOf(keys.join('\n'));

    expect(performance.now() - begin).toBeLessThan(2000);
  });

  it.each([
    ['words', '- a\n'.repeat(20_000)],
    ['keys', Array.from({ length: 9_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['text', `service: "${'a'.repeat(100_000)}"`],
  ])('answers a hundred files of %s as soon as a large one', (_, content) => {
    const documents = Array.from({ length: 100 }, (__, i) => ({
      file: `${i}.yaml`,
      content,
    }));
    const begin = performance.now();

    const { problems } = readSloDocuments(documents);

    expect(performance.now() - begin).toBeLessThan(2000);
    expect(problems.at(-1)!.message).toMatch(
      /^expected at most (100000 words and signs in|2097152 bytes in all files of) a request, got more$/,
    );
  });

  it('answers a hundred expressions that open parentheses only soon', () => {
    const metric = 'sum(((('.repeat(1_400);
    const slos = Array.from(
      { length: 100 },
      (_, i) =>
        `  - { name: s${i}, sli: { metric: "${metric}" }, target: 0.9, window: 30d }`,
    );
    const begin = performance.now();

    expect(problemsOf(`service: a\nslos:\n${slos.join('\n')}`)).toHaveLength(
      100,
    );
    expect(performance.now() - begin).toBeLessThan(2000);
  });

  it('lists 20 errors of broken YAML, and how many more there are', () => {
    const problems = problemsOf(`service: a\n${'}'.repeat(100)}`);

    expect(problems).toHaveLength(21);
    expect(problems[20]).toMatch(/further errors are not listed$/);
  });

  it('lists 1000 problems, and how many more there are', () => {
    const unknown = Array.from({ length: 1200 }, (_, i) => `k${i}: 1`);
    const problems = problemsOf(`service: a\nslos: [1]\n${unknown.join('\n')}`);

    expect(problems).toHaveLength(1001);
    expect(problems[1000]).toMatch(/: 201 further problems are not listed$/);
  });

  it('reads 500 SLOs and refuses one more', () => {
    const read = (content: string) =>
      readSloDocuments([{ file: 'a.yaml', content }]);

    expect(read(sloList(500)).problems).toEqual([]);
    expect(read(sloList(500)).slos).toHaveLength(500);
    expect(read(sloList(502)).problems).toEqual([
      {
        severity: 'error',
        file: 'a.yaml',
        line: 2003,
        column: 5,
        path: 'slos[500]',
        message: 'expected at most 500 SLOs in a request, got more',
      },
    ]);
  });

  it('treats the names of prototypes like any other', () => {
    const content = `service: constructor
__proto__: { polluted: true }
slos:
  - name: toString
    constructor: 1
    sli: { good: "rate(a[5m])", total: "rate(b[5m])" }
    target: 0.99
    window: 30d
    gap: hasOwnProperty
`;
    expect(problemsOf(content)).toEqual([
      'warning 2:1 __proto__: unknown field "__proto__"; expected one of service, owner, slos',
      'warning 5:5 slos[0].constructor: unknown field "constructor"; expected one of name, description, sli, target, window, error_budget_policy, gap, agreed_with',
      'error 9:10 slos[0].gap: expected one of gap, good, bad, got hasOwnProperty',
    ]);
    expect({}).not.toHaveProperty('polluted');
  });
});
