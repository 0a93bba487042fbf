import { coverPairs } from './coverPairs';

const dimensions = { a: [1, 2, 3], b: ['x', 'y'], c: [true, false], d: [null] };

it('lets each two values meet', () => {
  const rows = coverPairs(dimensions);
  for (const a of dimensions.a) {
    for (const b of dimensions.b) {
      expect(rows).toContainEqual(expect.objectContaining({ a, b }));
    }
    for (const c of dimensions.c) {
      expect(rows).toContainEqual(expect.objectContaining({ a, c }));
    }
  }
  for (const b of dimensions.b) {
    for (const c of dimensions.c) {
      expect(rows).toContainEqual(expect.objectContaining({ b, c }));
    }
  }
  // Fewer than the 12 of all combinations, and no fewer than 3 × 2
  expect(rows.length).toBeLessThan(12);
  expect(rows.length).toBeGreaterThanOrEqual(6);
});

it('begins with what is wanted', () => {
  const rows = coverPairs<Record<string, unknown>>(dimensions, [
    { a: 3 },
    { b: 'y', c: false },
  ]);
  expect(rows[0]).toMatchObject({ a: 3 });
  expect(rows[1]).toMatchObject({ b: 'y', c: false });
});
