import fc from 'fast-check';
import { parseValue, readValue } from './readValue';
import { scanValue } from './scanValue';

const PATH = ['image', 'tag'];

describe('readValue', () => {
  it.each([
    ['image:\n  tag: v1\n', 'v1'],
    [
      '---\n# note\nimage:\n    repository: acme/app # why\n    tag: "1.10"\n',
      '1.10',
    ],
    ['image:\n  tag: 1.10\n', '1.10'],
    ['image:\n  tag: 0x1F\n', '0x1F'],
    ['image: {tag: v1}\n', 'v1'],
    ['{"image": {"tag": "v1"}}', 'v1'],
    ["image:\n  tag: 'it''s'\n", "it's"],
    ['image:\r\n  tag: v1\r\n', 'v1'],
    ['default: &d\n  tag: v1\nimage: *d\n', 'v1'],
    ['kind: A\n---\nimage:\n  tag: v2\n', 'v2'],
    ['image:\n  tag: >-\n    v1\n', 'v1'],
    ['other:\n  image:\n    tag: v1\n', undefined],
    ['image:\n  tag:\n', undefined],
    ['image:\n  tag: ""\n', undefined],
    ['image:\n  tag: null\n', undefined],
    ['image: v1\n', undefined],
    ['', undefined],
    ['# nothing\n', undefined],
  ])('reads %j', (text, expected) => {
    expect(readValue(text, PATH)).toBe(expected);
  });

  it('reads items of lists', () => {
    const text = 'images:\n  - name: app\n    newTag: v3\n';
    expect(readValue(text, ['images', 0, 'newTag'])).toBe('v3');
    expect(readValue(text, ['images', 1, 'newTag'])).toBeUndefined();
  });

  it.each([
    ['image:\n  tag: [v1]\n', 'expected a text at image.tag, found a list'],
    [
      'image:\n  tag:\n    a: b\n',
      'expected a text at image.tag, found a mapping',
    ],
    ['image:\n  tag: v1\n  tag: v2\n', 'Map keys must be unique'],
    ['image:\n  tag: v1\n<<<<<<< HEAD\n', /line 3/],
    ['image:\n    tag: v1\n  other: x\n', /line 3/],
    ['image:\n\ttag: v1\n', /Tabs|tab/],
    // Not a template, as YAML sees it, but a mapping with a mapping for a key.
    [
      'image:\n  tag: {{ .Values.tag }}\n',
      'expected a text at image.tag, found a mapping',
    ],
    ['['.repeat(20_000), 'it is nested too deeply'],
  ])('refuses %j', (text, message) => {
    expect(() => readValue(text, PATH)).toThrow(message);
  });
});

describe('scanValue', () => {
  it.each([
    'image:\n  tag: v1\n',
    'a: 1\nimage:\n  pullPolicy: Always\n  tag: registry.example.com:5000/app@sha256:abc\nenv:\n- name: A\n  value: "b: c"\n- name: D\n  value: two words\nhosts:\n  - a.example.com\n  - b.example.com # second\nnone: {}\n',
  ])('knows the plainest files without a parser: %j', text => {
    expect(scanValue(text, PATH)).toEqual({ value: parseValue(text, PATH) });
  });

  // Lines that are plain, nearly plain and not plain at all, in any order and at any indent.
  const oddLine = fc
    .record({
      indent: fc.constantFrom(0, 0, 2, 2, 4, 3, 1),
      dash: fc.constantFrom('', '', '', '- ', '-', '-   ', '- - '),
      text: fc.constantFrom(
        'image:',
        'image:',
        'tag: v1',
        'tag: v2 # note',
        'tag: 1.10',
        'tag:',
        'tag: ',
        'tag: ""',
        "tag: 'a # b'",
        'tag: null',
        'tag: ~',
        'tag: yes: no',
        'tag: two words',
        'tag: a #b',
        'tag: a#b',
        'tag: [v1]',
        'tag: {}',
        'tag: |',
        'tag: &a v1',
        'tag: *a',
        'tag: !!str v1',
        'tag: "v1" x',
        'tag: - v1',
        'tag: @v1',
        'tag: %v1',
        'tag: v1:',
        'tag : v1',
        'tag:v1',
        '"tag": v1',
        '? tag',
        'other: x',
        'other:',
        'item',
        'http://example.com',
        '"quoted"',
        '<<: *a',
        '---',
        '...',
        '# comment',
        '',
        'a.b/c-d: e',
        'tag: a, b',
        'tag: (x) [y]',
        'tag: 2026-01-01 10:00:00',
      ),
    })
    .map(({ indent, dash, text }) => `${' '.repeat(indent)}${dash}${text}`);

  const plainLine = fc.constantFrom(
    'image:',
    'image:',
    '  tag: v1',
    '  tag: v2 # note',
    '  "tag": v1',
    '  other: x',
    '  list:',
    '    - item',
    '    - name: x',
    '      value: y',
    '  - item',
    '- item',
    'other:',
    'another: {}',
    '    tag: v3',
    '# comment',
  );
  const line = fc.oneof(
    { arbitrary: plainLine, weight: 6 },
    { arbitrary: oddLine, weight: 1 },
  );

  it('never reads a file otherwise than the parser does', () => {
    let known = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 7 }), lines => {
        const text = lines.join('\n');
        const scanned = scanValue(text, PATH);
        known += scanned ? 1 : 0;
        return !scanned || scanned.value === parseValue(text, PATH);
      }),
      { numRuns: 20_000 },
    );
    expect(known).toBeGreaterThan(500);
  });
});
