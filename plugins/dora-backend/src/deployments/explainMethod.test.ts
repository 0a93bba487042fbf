import { explainMethod } from './explainMethod';

const at = (instant: string) => Date.parse(instant);
const base = {
  version: 'v522',
  finishedAt: at('2026-01-29T09:06:05Z'),
  timeZone: 'Europe/London',
};
const deployment = {
  id: 'd',
  version: 'v520',
  kind: 'rollback',
  finishedAt: at('2026-01-29T11:11:05Z'),
};
const incident = {
  id: 'i',
  title: 'Slow',
  openedAt: at('2026-01-30T08:06:05Z'),
  resolvedAt: null,
};

describe('explainMethod', () => {
  it('says when both versions of a rollback first ran', () => {
    expect(
      explainMethod({
        ...base,
        cause: { method: 'rollback', deployment },
        firstRuns: {
          other: at('2026-01-28T10:00:00Z'),
          own: at('2026-01-29T09:06:05Z'),
        },
      }),
    ).toBe('Rollback: v520 first ran here on 28 Jan, before v522 on 29 Jan.');
    expect(
      explainMethod({
        ...base,
        cause: { method: 'rollback', deployment },
        firstRuns: {
          other: at('2026-01-29T08:00:00Z'),
          own: at('2026-01-29T09:06:05Z'),
        },
      }),
    ).toBe(
      'Rollback: v520 first ran here on 29 Jan, 08:00, before v522 on 29 Jan, 09:06.',
    );
  });

  it.each([
    [{ method: 'explicit', incident }, /^Explicit: the incident names/],
    [{ method: 'revert', deployment }, /^Revert: v520 reverts a change/],
    [{ method: 'hotfix', deployment }, /^Hotfix: v520 .* 2 h 5 min later/],
    [{ method: 'same-service', incident }, /opened 23 h after this deployment/],
    [{ method: 'person' }, /^Person: somebody overruled/],
  ] as const)('explains %p', (cause, sentence) => {
    expect(explainMethod({ ...base, cause })).toMatch(sentence);
  });
});
