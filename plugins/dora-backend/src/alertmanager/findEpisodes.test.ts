import type { Alert } from './Alert';
import { findEpisodes } from './findEpisodes';

const alert = (
  fingerprint: string,
  startsAt: number,
  endsAt: number | null,
): Alert => ({ fingerprint, startsAt, endsAt, details: { title: '' } });

describe('findEpisodes', () => {
  it.each<[string, Alert[], [number, number | null, string][]]>([
    ['none', [], []],
    ['one that fires', [alert('a', 1, null)], [[1, null, 'a']]],
    [
      'two that overlap',
      [alert('b', 5, 20), alert('a', 1, 10)],
      [[1, 20, 'ab']],
    ],
    [
      'one within another',
      [alert('a', 1, 20), alert('b', 5, 10)],
      [[1, 20, 'ab']],
    ],
    ['two that touch', [alert('a', 1, 5), alert('b', 5, 9)], [[1, 9, 'ab']]],
    [
      'the same again after a pause',
      [alert('a', 6, null), alert('a', 1, 5)],
      [
        [1, 5, 'a'],
        [6, null, 'a'],
      ],
    ],
    [
      'one that fires on holds later ones',
      [alert('a', 1, null), alert('b', 5, 9), alert('c', 20, null)],
      [[1, null, 'abc']],
    ],
  ])('%s', (_, alerts, expected) => {
    expect(
      findEpisodes(alerts).map(episode => [
        episode.startsAt,
        episode.endsAt,
        episode.alerts.map(({ fingerprint }) => fingerprint).join(''),
      ]),
    ).toEqual(expected);
  });
});
