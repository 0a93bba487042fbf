import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Review } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { errorText } from '../../api/errorText';
import { fileWord } from '../../download/exportFileName';
import { saveFile } from '../../download/saveFile';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ActionButton } from '../ActionButton';
import { FormError } from '../FormError';

/** A review on paper or in other tools. */
export function ReviewExports({ review }: { review: Review }) {
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const name = `dora-review-${fileWord(review.scope)}-${review.month}`;

  const saveCsv = async () => {
    if (isBusy) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const content = await doraApi.exportReviewCsv(review.id);
      saveFile({ name: `${name}.csv`, type: 'text/csv', content });
    } catch (cause) {
      setError(
        t('review.detail.exportFailed', { reason: errorText(cause, t) }),
      );
    } finally {
      setBusy(false);
    }
  };

  const saveJson = () =>
    saveFile({
      name: `${name}.json`,
      type: 'application/json',
      content: `${JSON.stringify(review, undefined, 2)}\n`,
    });

  return (
    <>
      <ActionButton variant="outlined" onClick={saveCsv} aria-busy={isBusy}>
        {t('review.detail.csv')}
      </ActionButton>
      <ActionButton variant="outlined" onClick={saveJson}>
        {t('review.detail.json')}
      </ActionButton>
      <ActionButton variant="outlined" onClick={() => window.print()}>
        {t('review.detail.print')}
      </ActionButton>
      {error && <FormError>{error}</FormError>}
    </>
  );
}
