import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { fileWord } from '../../download/exportFileName';
import { saveFile } from '../../download/saveFile';
import { reviewCsv } from '../../reviews/reviewCsv';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';

/** A review on paper or in other tools. */
export function ReviewExports({ review }: { review: Review }) {
  const t = useDoraTranslation();
  const name = `dora-review-${fileWord(review.scope)}-${review.month}`;
  return (
    <>
      <ActionButton
        variant="outlined"
        onClick={() =>
          saveFile({
            name: `${name}.csv`,
            type: 'text/csv',
            content: reviewCsv(review),
          })
        }
      >
        {t('review.detail.csv')}
      </ActionButton>
      <ActionButton
        variant="outlined"
        onClick={() =>
          saveFile({
            name: `${name}.json`,
            type: 'application/json',
            content: `${JSON.stringify(review, undefined, 2)}\n`,
          })
        }
      >
        {t('review.detail.json')}
      </ActionButton>
      <ActionButton variant="outlined" onClick={() => window.print()}>
        {t('review.detail.print')}
      </ActionButton>
    </>
  );
}
