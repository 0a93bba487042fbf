import { readYaml } from './readYaml';

const read = (text: string, dialect: 'kubernetes' | 'core' = 'kubernetes') =>
  readYaml({ path: 'a.yaml', text, dialect });
const values = (text: string, dialect?: 'core') =>
  read(text, dialect).documents.map(({ value }) => value);
const errors = (text: string) => {
  const { documents, errors: found } = read(text);
  expect(documents).toEqual([]);
  return found.map(({ line, message }) => `${line} ${message}`);
};

describe('readYaml', () => {
  it.each<[string, unknown[]]>([
    ['a: on\nb: yes\nc: n\nd: off', [{ a: true, b: true, c: false, d: false }]],
    ['a: 2026-01-01\nb: 12:30:00', [{ a: '2026-01-01', b: '12:30:00' }]],
    ['a: 010\nb: 0x10\nc: "on"', [{ a: 8, b: 16, c: 'on' }]],
    [
      'p: &x { a: 1 }\nq:\n  <<: *x\n  b: 2',
      [{ p: { a: 1 }, q: { a: 1, b: 2 } }],
    ],
    ['a: 1\n---\n---\nb: 2\n', [{ a: 1 }, null, { b: 2 }]],
    ['', []],
    ['# nothing', []],
  ])('reads %j as Kubernetes does', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('reads YAML 1.2 where that is spoken', () => {
    expect(values('on: push\na: yes\nb: 010', 'core')).toEqual([
      { on: 'push', a: 'yes', b: 10 },
    ]);
  });

  it.each<[string, string[]]>([
    ['a: 1\na: 2\n', ["2 The key 'a' is there twice"]],
    ['a:\n  b: 1\n  b: 2\n', ["3 The key 'b' is there twice"]],
    ['a: {b: 1, "b": 2}', ["1 The key 'b' is there twice"]],
    ['a: \0', ['1 expected text, got the character \\u0000']],
    ['b: 1\na: \0', ['2 expected text, got the character \\u0000']],
    [
      `a: ${'x'.repeat(512 * 1024)}`,
      ['1 expected at most 524288 characters, got 524291'],
    ],
    [
      `a: ${'['.repeat(100)}`,
      ['1 expected at most 64 levels of nesting, got more'],
    ],
    [
      '---\na: 1\n'.repeat(501),
      ['1003 expected at most 500 documents, got more'],
    ],
    [
      'a: *gone',
      ['1 Unresolved alias (the anchor must be set before the alias): gone'],
    ],
  ])('refuses %.40j', (text, expected) => {
    expect(errors(text)).toEqual(expected);
  });

  it('lists ten errors of many', () => {
    expect(errors('a: 1\n'.repeat(50))).toHaveLength(10);
  });

  it('refuses aliases that multiply', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 10; level += 1) {
      bomb.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    }
    const before = performance.now();
    expect(errors(bomb.join('\n'))).toEqual([
      expect.stringMatching('1 Excessive alias count'),
    ]);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it.each([
    ['brackets', '['.repeat(500_000)],
    [
      'levels',
      Array.from(
        { length: 1_000 },
        (_, depth) => `${' '.repeat(depth)}a:`,
      ).join('\n'),
    ],
    [
      'keys',
      Array.from({ length: 33_000 }, (_, index) => `k${index}: ${index}`).join(
        '\n',
      ),
    ],
    ['items', '- a\n'.repeat(100_000)],
    ['documents', '---\n'.repeat(100_000)],
    ['quotes', '"'.repeat(500_000)],
    ['question marks', '? '.repeat(250_000)],
  ])('takes a moment for many %s', (_, text) => {
    const before = performance.now();
    read(text);
    expect(performance.now() - before).toBeLessThan(8_000);
  });

  it('pollutes nothing', () => {
    const [value] = values('__proto__: { polluted: 1 }\nconstructor: 2\n');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  describe('places', () => {
    const [document] = read(
      'a:\n  b:\n    - x: 1\n      text: |\n        first\n        second\n    - { x: 2 }\n  "8080": z\n',
    ).documents;

    it.each<[(string | number)[], number]>([
      [[], 1],
      [['a'], 1],
      [['a', 'b'], 2],
      [['a', 'b', 0], 3],
      [['a', 'b', 0, 'text'], 4],
      [['a', 'b', 1, 'x'], 7],
      [['a', '8080'], 8],
      // What is not there is placed at what is there of it.
      [['a', 'b', 1, 'gone', 'deeper'], 7],
      [['a', 'b', 5], 2],
      [['gone'], 1],
    ])('of %j is line %d', (path, line) => {
      expect(document.lineOf(path)).toBe(line);
    });

    it('of text in several lines is that of its first one', () => {
      expect(document.lineOfValue(['a', 'b', 0, 'text'])).toBe(5);
      expect(document.lineOfValue(['a', 'b', 0, 'x'])).toBe(3);
      expect(document.lineOfValue(['gone'])).toBe(1);
    });
  });
});
