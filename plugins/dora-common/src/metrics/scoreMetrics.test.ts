import type { ScoreQuery } from '../api/Score';
import { scoreMetrics } from './scoreMetrics';

const HOUR = 3_600;
const DAY = 86_400;

describe('scoreMetrics', () => {
  it.each<[string, Omit<ScoreQuery, 'reportYear'>, number]>([
    ['less than an hour', { leadTime: HOUR - 1 }, 10],
    ['an hour', { leadTime: HOUR }, 8],
    ['less than a day', { leadTime: DAY - 1 }, 8],
    ['a day', { leadTime: DAY }, 6],
    ['a week', { leadTime: 7 * DAY }, 6],
    ['more than a week', { leadTime: 7 * DAY + 1 }, 4],
    ['a month', { leadTime: 30 * DAY }, 4],
    ['two months', { recoveryTime: 60 * DAY }, 2],
    ['more than six months', { recoveryTime: 200 * DAY }, 0],
    ['more than once a day', { deploymentFrequency: 1.5 }, 10],
    ['once a day', { deploymentFrequency: 1 }, 8],
    ['less than once a day', { deploymentFrequency: 0.9 }, 6],
    ['once a week', { deploymentFrequency: 1 / 7 }, 6],
    ['once in two weeks', { deploymentFrequency: 1 / 14 }, 4],
    ['once in two months', { deploymentFrequency: 1 / 60 }, 2],
    ['once a year', { deploymentFrequency: 1 / 365 }, 0],
    ['never', { deploymentFrequency: 0 }, 0],
    ['nothing fails', { changeFailRate: 0 }, 10],
    ['a quarter fails', { changeFailRate: 0.25 }, 7.5],
    ['everything fails', { changeFailRate: 1 }, 0],
    ['a tenth is rework', { reworkRate: 0.1 }, 9],
  ])('gives for %s', (_, query, points) => {
    expect(scoreMetrics({ ...query, reportYear: 2025 }).score).toBe(points);
  });

  it('is the mean over the metrics that are known', () => {
    // (8 + 10 + 8 + 9 + 7) / 5
    const all = {
      leadTime: 5 * HOUR,
      deploymentFrequency: 5,
      recoveryTime: 2 * HOUR,
      changeFailRate: 0.1,
      reworkRate: 0.3,
    };
    expect(scoreMetrics({ ...all, reportYear: 2025 })).toEqual({
      score: 8.4,
      bands: {
        leadTime: null,
        deploymentFrequency: null,
        recoveryTime: null,
        changeFailRate: null,
        reworkRate: null,
      },
    });
    // before 2025 without the rework rate: (8 + 10 + 8 + 9) / 4
    expect(scoreMetrics({ ...all, reportYear: 2024 })).toEqual({
      score: 8.75,
      bands: {
        leadTime: 'elite',
        deploymentFrequency: 'elite',
        recoveryTime: 'high',
        changeFailRate: 'high',
        reworkRate: null,
      },
    });
    // (8 + 9) / 2
    expect(
      scoreMetrics({
        leadTime: 5 * HOUR,
        recoveryTime: null,
        changeFailRate: 0.1,
        reportYear: 2024,
      }).score,
    ).toBe(8.5);
  });

  it('has none without a known metric', () => {
    expect(scoreMetrics({ reportYear: 2025 }).score).toBeNull();
    expect(
      scoreMetrics({ reworkRate: 0.1, reportYear: 2024 }).score,
    ).toBeNull();
  });
});
