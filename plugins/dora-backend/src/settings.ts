import { Config } from '@backstage/config';
import type { ReportYear } from '@golden-path/backstage-plugin-dora-common';
import { IANAZone } from 'luxon';

/** The rules that facts and metrics follow. */
export interface DoraSettings {
  /** IANA zone of days, weeks and months. */
  timeZone: string;
  /** Lower-case names of the production environments. */
  productionEnvironments: Set<string>;
  hotfix: { branches: string[]; labels: string[] };
  /** How long after a deployment a revert blames it; 0 turns it off. */
  revertDays: number;
  /** Year of the report whose clusters band the metrics. */
  reportYear: ReportYear;
  /** Days that events are kept. */
  retentionDays: number;
}

/** @throws when a value is not what `config.d.ts` says; the message names the key */
export function readSettings(config: Config): DoraSettings {
  const dora = config.getOptionalConfig('dora');
  const timeZone = dora?.getOptionalString('timeZone') ?? 'UTC';
  if (!IANAZone.isValidZone(timeZone)) {
    throw new Error(
      `dora.timeZone: expected an IANA zone such as Europe/London, got '${timeZone}'`,
    );
  }
  const revertDays = dora?.getOptionalNumber('revertDays') ?? 7;
  if (!(revertDays >= 0 && revertDays <= 30)) {
    throw new Error(
      `dora.revertDays: expected 0 to 30 days, got ${revertDays}`,
    );
  }
  const reportYear = dora?.getOptionalNumber('reportYear') ?? 2024;
  if (!isReportYear(reportYear)) {
    throw new Error(
      `dora.reportYear: expected a year from 2021 to 2025, got ${reportYear}`,
    );
  }
  const retentionDays = dora?.getOptionalNumber('retention.days') ?? 800;
  if (!(retentionDays >= 1)) {
    throw new Error(
      `dora.retention.days: expected at least one day, got ${retentionDays}`,
    );
  }
  return {
    timeZone,
    productionEnvironments: new Set(
      (
        dora?.getOptionalStringArray('productionEnvironments') ?? [
          'production',
          'prod',
        ]
      ).map(name => name.toLocaleLowerCase('en-US')),
    ),
    hotfix: {
      branches: dora?.getOptionalStringArray('hotfix.branches') ?? ['hotfix/*'],
      labels: dora?.getOptionalStringArray('hotfix.labels') ?? ['hotfix'],
    },
    revertDays,
    reportYear,
    retentionDays,
  };
}

function isReportYear(year: number): year is ReportYear {
  return [2021, 2022, 2023, 2024, 2025].includes(year);
}
