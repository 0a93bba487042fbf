import type { ReportYear } from '../api/Band';
import { bandLevel } from './bandLevel';

const HOUR = 3_600;
const DAY = 86_400;

describe('bandLevel', () => {
  it.each<[ReportYear, number, string]>([
    [2021, 1.1, 'elite'],
    [2021, 1, 'high'],
    [2021, 1 / 30, 'high'],
    [2021, 1 / 32, 'medium'],
    [2021, 1 / 180, 'medium'],
    [2021, 1 / 184, 'low'],
    [2022, 4, 'high'],
    [2022, 1, 'medium'],
    [2022, 1 / 40, 'low'],
    [2023, 1.1, 'elite'],
    [2023, 1, 'high'],
    [2023, 1 / 7, 'high'],
    [2023, 1 / 8, 'medium'],
    [2023, 1 / 40, 'low'],
    [2024, 1.01, 'elite'],
    [2024, 1, 'high'],
    [2024, 1 / 7, 'high'],
    [2024, 0.14, 'medium'],
    [2024, 12 / 365, 'medium'],
    [2024, 0.01, 'low'],
    [2024, 0, 'low'],
  ])('%d: %d deployments a day are %s', (reportYear, value, level) => {
    expect(
      bandLevel({ metric: 'deploymentFrequency', value, reportYear }),
    ).toBe(level);
  });

  it.each<[ReportYear, number, string]>([
    [2021, HOUR - 1, 'elite'],
    [2021, HOUR, 'high'],
    [2021, 7 * DAY, 'high'],
    [2021, 8 * DAY, 'medium'],
    [2021, 180 * DAY, 'medium'],
    [2021, 190 * DAY, 'low'],
    [2022, HOUR, 'high'],
    [2022, 30 * DAY, 'medium'],
    [2022, 31 * DAY, 'low'],
    [2023, DAY - 1, 'elite'],
    [2023, DAY, 'high'],
    [2024, DAY - 1, 'elite'],
    [2024, DAY, 'high'],
    [2024, 7 * DAY, 'high'],
    [2024, 7 * DAY + 1, 'medium'],
    [2024, 31 * DAY, 'low'],
  ])('%d: a lead time of %d s is %s', (reportYear, value, level) => {
    expect(bandLevel({ metric: 'leadTime', value, reportYear })).toBe(level);
  });

  it.each<[ReportYear, number, string]>([
    [2021, HOUR - 1, 'elite'],
    [2021, DAY - 1, 'high'],
    [2021, DAY, 'medium'],
    [2021, 8 * DAY, 'low'],
    [2022, HOUR, 'high'],
    [2022, DAY, 'medium'],
    [2022, 8 * DAY, 'low'],
    [2023, 7 * DAY, 'medium'],
    [2023, 8 * DAY, 'low'],
    [2024, HOUR - 1, 'elite'],
    [2024, HOUR, 'high'],
    // high and medium both recover in less than a day, so medium is out of reach
    [2024, DAY, 'low'],
  ])('%d: a recovery of %d s is %s', (reportYear, value, level) => {
    expect(bandLevel({ metric: 'recoveryTime', value, reportYear })).toBe(
      level,
    );
  });

  it.each<[ReportYear, number, string]>([
    [2021, 0.15, 'elite'],
    // high, medium and low all have 16–30 %
    [2021, 0.16, 'high'],
    [2021, 0.3, 'high'],
    [2021, 0.31, 'low'],
    [2022, 0.15, 'high'],
    [2022, 0.3, 'medium'],
    [2022, 0.31, 'low'],
    [2023, 0.05, 'elite'],
    [2023, 0.1, 'high'],
    [2023, 0.15, 'medium'],
    [2023, 0.16, 'low'],
    [2024, 0, 'elite'],
    [2024, 0.05, 'elite'],
    // below medium's 10 % and below high's 20 %: the better of the two
    [2024, 0.08, 'high'],
    [2024, 0.2, 'high'],
    [2024, 0.21, 'low'],
    [2024, 0.4, 'low'],
  ])('%d: a fail rate of %d is %s', (reportYear, value, level) => {
    expect(bandLevel({ metric: 'changeFailRate', value, reportYear })).toBe(
      level,
    );
  });

  it('has none for unknown values, for 2025 and for the rework rate', () => {
    const reportYear = 2024;
    expect(
      bandLevel({ metric: 'leadTime', value: null, reportYear }),
    ).toBeNull();
    expect(
      bandLevel({ metric: 'leadTime', value: 1, reportYear: 2025 }),
    ).toBeNull();
    expect(
      bandLevel({ metric: 'reworkRate', value: 0, reportYear }),
    ).toBeNull();
  });
});
