import type {
  ReviewAction,
  ReviewChange,
} from '@golden-path/backstage-plugin-dora-common';

/** What can become of an action, from the best on. */
export const OUTCOMES = ['worked', 'noEffect', 'notDone'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What was recorded; undefined where nothing was yet. */
export function outcomeOf(action: ReviewAction): Outcome | undefined {
  if (action.state === 'not-done') {
    return 'notDone';
  }
  return (
    action.outcome && (action.outcome === 'worked' ? 'worked' : 'noEffect')
  );
}

/** An outcome as the API wants it. */
export function outcomeChange(options: {
  action: ReviewAction;
  outcome: Outcome;
  before: string;
  after: string;
}): NonNullable<ReviewChange['actions']>[number] {
  const { action, outcome } = options;
  const before = options.before.trim();
  const after = options.after.trim();
  return {
    id: action.id,
    ...(outcome === 'notDone'
      ? { state: 'not-done' as const }
      : {
          state: 'done' as const,
          outcome:
            outcome === 'worked' ? ('worked' as const) : ('no-effect' as const),
        }),
    ...(before !== '' && after !== '' && { before, after }),
  };
}
