/**
 * Report years of DORA whose clusters can band a metric.
 *
 * @public
 */
export type ReportYear = 2021 | 2022 | 2023 | 2024 | 2025;

/**
 * A performance level of a report.
 *
 * @public
 */
export type BandLevel = 'elite' | 'high' | 'medium' | 'low';

/**
 * Where a metric stands among the clusters of a report.
 *
 * @public
 */
export interface Band {
  /** The level whose limit the value meets. */
  level: BandLevel;
  /** Year of the report. */
  reportYear: number;
}
