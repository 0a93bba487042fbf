import WarningIcon from '@material-ui/icons/Warning';
import type { ReviewAction } from '@golden-path/backstage-plugin-dora-common';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { IconWord } from '../IconWord';

/** How many of a review's actions are done, and how many are late. */
export function ActionsSummary({ actions }: { actions: ReviewAction[] }) {
  const t = useDoraTranslation();
  if (actions.length === 0) {
    return <span className="quiet">{t('review.list.noActions')}</span>;
  }
  const done = actions.filter(({ state }) => state === 'done').length;
  const late = actions.filter(({ overdue }) => overdue).length;
  return (
    <>
      {t('review.list.done', {
        done: String(done),
        total: String(actions.length),
      })}
      {late > 0 && (
        <IconWord icon={WarningIcon} tone="warn">
          {t('review.list.late', { count: late })}
        </IconWord>
      )}
    </>
  );
}
