import type { DoraTranslation } from '../../translation/useDoraTranslation';
import type { ActionDraft } from '../../reviews/ActionDraft';
import {
  type ActionProblems,
  actionProblems,
} from '../../reviews/actionProblems';

/** As the backend has it. */
const NOTES_MAX = 10_000;

/** What is wrong with a review. */
export interface ReviewProblems {
  notes?: string;
  /** By the actions' order. */
  actions: ActionProblems[];
  /** The wrong fields as they are called, from top to bottom. */
  names: string[];
}

export function reviewProblems(options: {
  notes: string;
  actions: ActionDraft[];
  now: Date;
  timeZone: string;
  t: DoraTranslation;
}): ReviewProblems {
  const { actions, t, ...context } = options;
  const notes = notesProblem(options);
  const wrong = actions.map(action =>
    actionProblems({ action, ...context, t }),
  );
  const labels = {
    title: t('review.form.actionTitle'),
    owner: t('review.form.owner'),
    dueDate: t('review.form.due'),
  };
  return {
    notes,
    actions: wrong,
    names: [
      ...(notes ? [t('review.form.notes')] : []),
      ...wrong.flatMap((problems, i) =>
        (['title', 'owner', 'dueDate'] as const)
          .filter(field => problems[field] !== undefined)
          .map(
            field =>
              `${t('review.form.action', { number: String(i + 1) })}: ${
                labels[field]
              }`,
          ),
      ),
    ],
  };
}

function notesProblem(options: {
  notes: string;
  actions: ActionDraft[];
  t: DoraTranslation;
}): string | undefined {
  const { notes, actions, t } = options;
  const length = notes.trim().length;
  if (length === 0 && actions.length === 0) {
    return t('review.form.notesMissing');
  }
  return length > NOTES_MAX
    ? t('review.form.long', { max: String(NOTES_MAX), length: String(length) })
    : undefined;
}
