import { bandLevel } from './bandLevel';
import { frequencyForBand } from './frequencyForBand';

describe('frequencyForBand', () => {
  it.each([
    [null, 5, null],
    [5, null, null],
    [5, 1.1, 'elite'],
    [3, 0.5, 'elite'],
    [2.5, 0.4, 'high'],
    // thirty deployments on one day of each week
    [1, 30 / 7, 'high'],
    // in fewer than half of the weeks, but many at once
    [0, 4, 'medium'],
    [0.5, 0.1, 'medium'],
    [0, 1 / 60, 'low'],
    [0, 0, 'low'],
  ])(
    'bands %p days a week and %p a day as %p in 2024',
    (medianDaysPerWeek, perDay, level) => {
      const value = frequencyForBand({ medianDaysPerWeek, perDay });
      expect(
        bandLevel({ metric: 'deploymentFrequency', value, reportYear: 2024 }),
      ).toBe(level);
    },
  );
});
