import type { CheckResult } from './CheckResult';
import { beginRun, type CheckRun, continueRun } from './CheckRun';

const result = (observedAt: number, passes: boolean): CheckResult => ({
  entityRef: 'component:default/api',
  rule: 'probes',
  passes,
  observedAt,
});

/** `5+` passes at 5, `6-` fails at 6. */
const runOf = (...told: string[]): CheckRun => {
  const [first, ...rest] = told.map(text =>
    result(parseInt(text, 10), text.endsWith('+')),
  );
  return rest.reduce(continueRun, beginRun(first));
};

const permutations = (items: string[]): string[][] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, index) =>
        permutations(items.filter((_, at) => at !== index)).map(rest => [
          item,
          ...rest,
        ]),
      );

describe('a run of results', () => {
  it.each<[string[], CheckRun]>([
    [['1+'], { passes: true, since: 1, observedAt: 1, otherAt: null }],
    [
      ['1+', '2+', '3+'],
      { passes: true, since: 1, observedAt: 3, otherAt: null },
    ],
    [['1+', '2-'], { passes: false, since: 2, observedAt: 2, otherAt: 1 }],
    [
      ['1+', '2-', '3+', '4+'],
      { passes: true, since: 3, observedAt: 4, otherAt: 2 },
    ],
    // Told later, it is as if it had been told before.
    [
      ['3+', '4+', '2+', '1-'],
      { passes: true, since: 2, observedAt: 4, otherAt: 1 },
    ],
    // It failed meanwhile; what came between 2 and 4 is forgotten.
    [
      ['1+', '3+', '4+', '2-'],
      { passes: true, since: 4, observedAt: 4, otherAt: 2 },
    ],
    // Older than the last break: nothing new.
    [
      ['3-', '4+', '1+', '2-'],
      { passes: true, since: 4, observedAt: 4, otherAt: 3 },
    ],
    // At the same instant the failure counts.
    [['2+', '2-'], { passes: false, since: 2, observedAt: 2, otherAt: null }],
    [['2-', '2+'], { passes: false, since: 2, observedAt: 2, otherAt: null }],
    [
      ['1+', '2+', '2-'],
      { passes: false, since: 2, observedAt: 2, otherAt: 1 },
    ],
  ])('%j', (told, run) => {
    expect(runOf(...told)).toEqual(run);
  });

  it.each([
    [['1-', '2-', '3+', '4+', '5+'], 3],
    [['1+', '2+', '3-', '4+', '5+'], 4],
    [['1+', '2-', '3+', '4-', '5+'], 5],
    [['1+', '2+', '3+', '4+', '5+'], 1],
  ])(
    'ends the same in any order, and never claims too long a run: %j',
    (told, since) => {
      for (const order of permutations(told)) {
        const run = runOf(...order);
        expect([order, run.passes, run.observedAt]).toEqual([order, true, 5]);
        expect(run.since).toBeGreaterThanOrEqual(since);
      }
      expect(runOf(...told).since).toBe(since);
    },
  );
});
