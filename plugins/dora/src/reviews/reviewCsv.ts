import type {
  FrozenMetrics,
  Review,
} from '@golden-path/backstage-plugin-dora-common';

const HEADER = [
  'section',
  'name',
  'value',
  'previous',
  'unit',
  'n',
  'owner',
  'dueDate',
  'state',
  'outcome',
  'before',
  'after',
] as const;

type Row = Partial<Record<(typeof HEADER)[number], string | number | null>>;

/** A review as CSV (RFC 4180): its numbers as they were frozen, its stages, its actions and its notes. */
export function reviewCsv(review: Review): string {
  const rows: Row[] = [
    { section: 'review', name: 'scope', value: review.scope },
    { section: 'review', name: 'month', value: review.month },
    { section: 'review', name: 'frozenAt', value: review.frozenAt },
    { section: 'review', name: 'reviewedAt', value: review.reviewedAt },
    { section: 'review', name: 'reviewedBy', value: review.reviewedBy },
    ...numberRows(review.metrics),
    ...review.metrics.stages.map(stage => ({
      section: 'stage',
      name: stage.name,
      value: stage.share,
      previous: stage.previousShare,
      unit: 'fraction of lead time',
      n: stage.n,
    })),
    ...review.actions.map(action => ({
      section: 'action',
      name: action.title,
      owner: action.owner,
      dueDate: action.dueDate,
      state: action.state,
      outcome: action.outcome ?? null,
      before: action.before ?? null,
      after: action.after ?? null,
    })),
    { section: 'notes', name: 'notes', value: review.notes },
  ];
  const lines = rows.map(row => HEADER.map(name => cell(row[name])).join(','));
  return [HEADER.join(','), ...lines, ''].join('\r\n');
}

function numberRows(metrics: FrozenMetrics): Row[] {
  const {
    deploymentFrequency,
    changeLeadTime,
    changeFailRate,
    failedDeploymentRecoveryTime,
    deploymentReworkRate,
    timeToRestore,
  } = metrics;
  const row = (
    name: string,
    unit: string,
    n: number,
    value: number | null,
    previous: number | null | undefined,
  ): Row => ({
    section: 'metric',
    name,
    unit,
    n,
    value,
    previous: previous ?? null,
  });
  return [
    row(
      'deploymentFrequency',
      'per day',
      deploymentFrequency.n,
      deploymentFrequency.perDay,
      deploymentFrequency.previous?.perDay,
    ),
    row(
      'changeLeadTime, median',
      'seconds',
      changeLeadTime.n,
      changeLeadTime.medianSeconds,
      changeLeadTime.previous?.medianSeconds,
    ),
    row(
      'changeFailRate',
      'fraction',
      changeFailRate.n,
      changeFailRate.value,
      changeFailRate.previous?.value,
    ),
    row(
      'failedDeploymentRecoveryTime, median',
      'seconds',
      failedDeploymentRecoveryTime.n,
      failedDeploymentRecoveryTime.medianSeconds,
      failedDeploymentRecoveryTime.previous?.medianSeconds,
    ),
    row(
      'deploymentReworkRate',
      'fraction',
      deploymentReworkRate.n,
      deploymentReworkRate.value,
      deploymentReworkRate.previous?.value,
    ),
    row(
      'timeToRestore, median',
      'seconds',
      timeToRestore.n,
      timeToRestore.medianSeconds,
      timeToRestore.previous?.medianSeconds,
    ),
  ];
}

/** People write titles and notes: what a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'number') {
    return String(value);
  }
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
