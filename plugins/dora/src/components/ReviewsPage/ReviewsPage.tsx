import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useBackendTimeZone } from '../../hooks/useBackendTimeZone';
import { usePageLinks } from '../../hooks/usePageLinks';
import { useScope } from '../../hooks/useScope';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { PageHeading } from '../PageHeading';
import { ScopePicker } from '../ScopePicker';
import { NewReview } from './NewReview';
import { ReviewList } from './ReviewList';

const PARAMETER = 'new';

/** The reviews of a scope, month by month; with `?new=2026-10` the form for that month. */
export function ReviewsPage() {
  const t = useDoraTranslation();
  const [now] = useState(() => new Date());
  const { timeZone } = useBackendTimeZone();
  const { scope, setScope } = useScope();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const links = usePageLinks();
  const month = search.get(PARAMETER) ?? '';
  const context = { now, timeZone };

  const setMonth = (value?: string) =>
    setSearch(before => {
      const after = new URLSearchParams(before);
      if (value) {
        after.set(PARAMETER, value);
      } else {
        after.delete(PARAMETER);
      }
      return after;
    });

  return (
    <>
      <PageHeading title={t('page.heading')}>
        <ScopePicker scope={scope} onChange={setScope} />
      </PageHeading>
      {/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? (
        <NewReview
          key={`${scope} ${month}`}
          scope={scope}
          month={month}
          context={context}
          onCancel={() => setMonth()}
          onSaved={review =>
            links
              ? navigate(links.review(review.id), { state: { isSaved: true } })
              : setMonth()
          }
        />
      ) : (
        <ReviewList scope={scope} context={context} onStart={setMonth} />
      )}
    </>
  );
}
