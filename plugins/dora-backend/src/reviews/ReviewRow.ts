import type {
  Review,
  ReviewAction,
} from '@golden-path/backstage-plugin-dora-common';
import { toInstant } from '../database/instants';

/** A row of dora_reviews. */
export interface ReviewRow {
  id: string;
  scope: string;
  month: string;
  frozen_at: number | string;
  /** Null: only frozen yet. */
  reviewed_at: number | string | null;
  reviewed_by: string | null;
  metrics: string;
  bottleneck: string | null;
  notes: string;
  demo: boolean | number;
}

/** A row of dora_review_actions. */
export interface ActionRow {
  id: string;
  review_id: string;
  place: number;
  title: string;
  owner_ref: string;
  /** `YYYY-MM-DD` */
  due_date: string;
  state: ReviewAction['state'];
  done_at: number | string | null;
  outcome: ReviewAction['outcome'] | null;
  before: string | null;
  after: string | null;
  reminded_at: number | string | null;
}

/** A review that was written, as it appears on a local day (`YYYY-MM-DD`). */
export function toReview(
  row: ReviewRow,
  actions: ActionRow[],
  today: string,
): Review {
  return {
    id: row.id,
    scope: row.scope,
    month: row.month,
    frozenAt: toInstant(Number(row.frozen_at)),
    reviewedAt: toInstant(Number(row.reviewed_at)),
    reviewedBy: row.reviewed_by!,
    metrics: JSON.parse(row.metrics),
    bottleneck: row.bottleneck && JSON.parse(row.bottleneck),
    notes: row.notes,
    actions: actions
      .filter(action => action.review_id === row.id)
      .sort((a, b) => a.place - b.place)
      .map(action => toAction(action, today)),
    demo: Boolean(row.demo),
  };
}

function toAction(row: ActionRow, today: string): ReviewAction {
  return {
    id: row.id,
    title: row.title,
    owner: row.owner_ref,
    dueDate: row.due_date,
    state: row.state,
    overdue: row.state === 'open' && row.due_date < today,
    ...(row.done_at !== null && { doneAt: toInstant(Number(row.done_at)) }),
    ...(row.outcome !== null && { outcome: row.outcome }),
    ...(row.before !== null && { before: row.before }),
    ...(row.after !== null && { after: row.after }),
  };
}
