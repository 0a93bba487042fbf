import type { Review } from '@golden-path/backstage-plugin-dora-common';
import type { FileAnswer } from '@golden-path/backstage-http-api';
import { toCsv, type Cell } from '../routes/toCsv';

const COLUMNS = [
  'section',
  'name',
  'value',
  'previous',
  'unit',
  'n',
  'owner',
  'due_date',
  'state',
  'done_at',
  'outcome',
  'before',
  'after',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

/** A review as CSV: what it is, its numbers as they were frozen, its stages, its actions and its notes. */
export function reviewCsv(review: Review): FileAnswer {
  const rows: Row[] = [
    { section: 'review', name: 'scope', value: review.scope },
    { section: 'review', name: 'month', value: review.month },
    { section: 'review', name: 'frozen_at', value: review.frozenAt },
    { section: 'review', name: 'reviewed_at', value: review.reviewedAt },
    { section: 'review', name: 'reviewed_by', value: review.reviewedBy },
    ...metricRows(review),
    ...review.metrics.stages.map(stage => ({
      section: 'stage',
      name: stage.name,
      value: stage.share,
      previous: stage.previousShare,
      unit: 'share of lead time',
      n: stage.n,
    })),
    ...review.actions.map(action => ({
      section: 'action',
      name: action.title,
      owner: action.owner,
      due_date: action.dueDate,
      state: action.overdue ? 'overdue' : action.state,
      done_at: action.doneAt,
      outcome: action.outcome,
      before: action.before,
      after: action.after,
    })),
    { section: 'notes', name: 'notes', value: review.notes },
  ];
  return toCsv({
    fileName: `dora-review-${review.month}.csv`,
    columns: [...COLUMNS],
    rows: rows.map(row => COLUMNS.map(column => row[column])),
  });
}

function metricRows({ metrics }: Review): Row[] {
  const {
    deploymentFrequency: frequency,
    changeLeadTime: lead,
    changeFailRate: fail,
    failedDeploymentRecoveryTime: recovery,
    deploymentReworkRate: rework,
    timeToRestore: restore,
  } = metrics;
  const row = (
    name: string,
    unit: string,
    n: number,
    values: [number | null, number | null | undefined],
  ) => ({
    section: 'metric',
    name,
    unit,
    n,
    value: values[0],
    previous: values[1],
  });
  return [
    row('deployment_frequency', 'per day', frequency.n, [
      frequency.perDay,
      frequency.previous?.perDay,
    ]),
    row('change_lead_time_median', 'seconds', lead.n, [
      lead.medianSeconds,
      lead.previous?.medianSeconds,
    ]),
    row('change_lead_time_mean', 'seconds', lead.n, [
      lead.meanSeconds,
      lead.previous?.meanSeconds,
    ]),
    row('change_fail_rate', 'fraction', fail.n, [
      fail.value,
      fail.previous?.value,
    ]),
    row('failed_deployment_recovery_time_median', 'seconds', recovery.n, [
      recovery.medianSeconds,
      recovery.previous?.medianSeconds,
    ]),
    row('deployment_rework_rate', 'fraction', rework.n, [
      rework.value,
      rework.previous?.value,
    ]),
    row('time_to_restore_median', 'seconds', restore.n, [
      restore.medianSeconds,
      restore.previous?.medianSeconds,
    ]),
  ];
}
