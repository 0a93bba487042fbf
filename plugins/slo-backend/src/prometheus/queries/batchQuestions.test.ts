import { batchQuestions } from './batchQuestions';

function questions(count: number, roles: string[], length = 10) {
  return Array.from({ length: count }, (_, i) => ({
    key: `k${i}`,
    expressions: Object.fromEntries(
      roles.map(role => [role, 'x'.repeat(length)]),
    ),
  }));
}

describe('batchQuestions', () => {
  it.each([
    ['nothing', questions(0, ['total']), []],
    ['100 expressions each', questions(101, ['good', 'total']), [50, 50, 1]],
    ['single expressions', questions(101, ['value']), [100, 1]],
    ['64,000 characters each', questions(5, ['value'], 30_000), [2, 2, 1]],
    ['one that is longer alone', questions(2, ['value'], 90_000), [1, 1]],
  ])('groups %s', (_, all, sizes) => {
    const batches = batchQuestions(all, 100);
    expect(batches.map(({ length }) => length)).toEqual(sizes);
    expect(batches.flat()).toEqual(all);
  });
});
