import { coalesceValues } from './coalesceValues';

describe('coalesceValues', () => {
  it.each<[unknown, unknown, unknown]>([
    [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    [{ a: 1 }, { a: 2 }, { a: 2 }],
    [{ a: { b: 1, c: 2 } }, { a: { b: 3 } }, { a: { b: 3, c: 2 } }],
    [{ a: { b: 1 } }, { a: null }, {}],
    [{ a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
    // Lists are replaced whole, and so is what changes its kind.
    [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
    [{ a: { b: 1 } }, { a: 2 }, { a: 2 }],
    [{ a: 2 }, { a: { b: 1 } }, { a: { b: 1 } }],
    [{ a: null }, {}, { a: null }],
    [{}, { a: { b: { c: 1 } } }, { a: { b: { c: 1 } } }],
  ])('lays over %j the values %j', (chart, environment, expected) => {
    expect(coalesceValues(chart, environment)).toEqual(expected);
  });

  it('takes keys of objects for ordinary ones', () => {
    const merged = coalesceValues(
      JSON.parse('{"__proto__": {"a": 1}}'),
      JSON.parse('{"constructor": 2, "__proto__": {"b": 3}}'),
    );
    expect(JSON.parse(JSON.stringify(merged))).toEqual(
      JSON.parse('{"constructor": 2, "__proto__": {"a": 1, "b": 3}}'),
    );
    expect(({} as { b?: number }).b).toBeUndefined();
  });
});
