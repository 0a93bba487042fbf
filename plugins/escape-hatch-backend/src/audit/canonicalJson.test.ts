import { canonicalJson } from './canonicalJson';

describe('canonicalJson', () => {
  it.each<[string, unknown, string]>([
    [
      'keys by UTF-16 code units',
      { b: 1, a: 2, '\u20ac': 3, B: 4 },
      '{"B":4,"a":2,"b":1,"€":3}',
    ],
    [
      'nested',
      { z: [{ d: null, c: [] }], a: {} },
      '{"a":{},"z":[{"c":[],"d":null}]}',
    ],
    ['no value', { a: undefined, b: false }, '{"b":false}'],
    ['texts', 'line\n"quoted" \u0007 é', '"line\\n\\"quoted\\" \\u0007 é"'],
    // From RFC 8785, section 3.2.2.
    [
      'numbers',
      [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    ],
  ])('writes %s', (_, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it('writes the same whatever the order in which keys came', () => {
    expect(canonicalJson({ a: { x: 1, y: 2 }, b: 3 })).toBe(
      canonicalJson({ b: 3, a: { y: 2, x: 1 } }),
    );
  });
});
