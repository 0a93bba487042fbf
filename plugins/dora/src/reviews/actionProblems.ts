import { DateTime } from 'luxon';
import type { DoraTranslation } from '../translation/useDoraTranslation';
import type { ActionDraft } from './ActionDraft';

/** As the backend has it. */
const TITLE_MAX = 500;

/** What is wrong with each field of an action; a field that is right is left out. */
export type ActionProblems = Partial<Record<keyof ActionDraft, string>>;

export function actionProblems(options: {
  action: ActionDraft;
  now: Date;
  timeZone: string;
  t: DoraTranslation;
}): ActionProblems {
  const { action, now, timeZone, t } = options;
  const title = action.title.trim();
  const today = DateTime.fromJSDate(now, { zone: timeZone }).toISODate()!;
  return {
    ...(title === '' && { title: t('review.form.actionTitleMissing') }),
    ...(title.length > TITLE_MAX && {
      title: t('review.form.long', {
        max: String(TITLE_MAX),
        length: String(title.length),
      }),
    }),
    ...(action.owner === '' && { owner: t('review.form.ownerMissing') }),
    ...(action.dueDate === '' && { dueDate: t('review.form.dueMissing') }),
    ...(action.dueDate !== '' &&
      action.dueDate < today && { dueDate: t('review.form.duePast') }),
  };
}
