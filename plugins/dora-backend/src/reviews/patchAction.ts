import { InputError } from '@backstage/errors';
import type { LocalCalendar } from '../metrics/LocalCalendar';
import type { ActionRow } from './ReviewRow';
import type { ActionChange } from './reviewSchemas';
import type { ActionPatch } from './ReviewStore';

/**
 * What changes in an action's row.
 *
 * @param path - of the change in the request, for messages
 * @param now - ms
 * @throws InputError for an outcome or an end of what is not done
 */
export function patchAction(options: {
  action: ActionRow;
  change: ActionChange;
  path: string;
  now: number;
  calendar: LocalCalendar;
}): ActionPatch {
  const { action, change, path, now, calendar } = options;
  const state = change.state ?? action.state;
  for (const field of ['outcome', 'doneAt'] as const) {
    if (change[field] !== undefined && state !== 'done') {
      throw new InputError(
        `${path}.${field}: expected none, for the action is ${state}`,
      );
    }
  }
  const doneAt =
    change.doneAt === undefined ? undefined : toMs(change.doneAt, calendar);
  if (doneAt !== undefined && doneAt > now) {
    throw new InputError(
      `${path}.doneAt: expected an instant that has passed, got ${change.doneAt}`,
    );
  }
  const isDue = change.dueDate !== undefined || change.state === 'open';
  return {
    ...(change.title !== undefined && { title: change.title }),
    ...(change.owner !== undefined && { owner_ref: change.owner }),
    ...(change.dueDate !== undefined && { due_date: change.dueDate }),
    ...(change.before !== undefined && { before: change.before || null }),
    ...(change.after !== undefined && { after: change.after || null }),
    // Another due date begins a new count of reminders.
    ...(isDue && { reminded_at: null }),
    state,
    ...(state === 'done'
      ? {
          done_at:
            doneAt ?? (action.done_at === null ? now : Number(action.done_at)),
          outcome: change.outcome ?? action.outcome,
        }
      : { done_at: null, outcome: null }),
  };
}

/** A day means its beginning. */
function toMs(doneAt: string, calendar: LocalCalendar): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(doneAt)
    ? calendar.spanOfDay(doneAt).from
    : Date.parse(doneAt);
}
