import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import type { ExcludedEvent } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../../api/doraApiRef';
import { formatCount } from '../../format/formatCount';
import type { MomentContext } from '../../format/MomentContext';
import { usePaged } from '../../hooks/usePaged';
import type { Period } from '../../period/Period';
import { reasonName, REASONS } from '../../quality/reasonName';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { Choice } from '../Choice';
import { ExportCsvButton } from '../ExportCsvButton';
import { MoreButton } from '../MoreButton';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { TabCard } from '../TabCard';
import { ExcludedTable } from './ExcludedTable';

const ALL_REASONS = 'all';
const PARAMETER = 'reason';

/** Every event that did not count, with the reason: all, or those of the reason that the URL names. */
export function ExcludedCard(props: {
  scope: string;
  from: string;
  to: string;
  period: Period;
  context: MomentContext;
}) {
  const { scope, from, to, period, context } = props;
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const [search, setSearch] = useSearchParams();
  const code = search.get(PARAMETER) || undefined;
  const load = useCallback(
    (cursor?: string) =>
      doraApi.listExcluded({ scope, from, to, code, cursor }),
    [doraApi, scope, from, to, code],
  );
  const paged = usePaged(load);
  const { items, error, hasMore, retry } = paged;
  const title = t('quality.excluded.title');

  const choose = (value: string) =>
    setSearch(
      before => {
        const after = new URLSearchParams(before);
        if (value === ALL_REASONS) {
          after.delete(PARAMETER);
        } else {
          after.set(PARAMETER, value);
        }
        return after;
      },
      { replace: true },
    );

  return (
    <TabCard
      title={title}
      controls={
        <>
          <Choice
            label={t('quality.excluded.reason')}
            options={[
              { value: ALL_REASONS, text: t('quality.excluded.all') },
              ...codesOf(code, items).map(value => ({
                value,
                text: reasonName(value, t),
              })),
            ]}
            value={code ?? ALL_REASONS}
            onChange={choose}
          />
          <ExportCsvButton
            list="excluded"
            query={{ scope, from, to, code }}
            scope={scope}
            period={period}
          />
        </>
      }
    >
      {!items && error && <LoadError error={error} retry={retry} />}
      {!items && !error && (
        <Skeleton label={t('quality.excluded.loading')} height={200} />
      )}
      {items?.length === 0 && (
        <p role="status">
          {code ? t('quality.excluded.emptyFor') : t('quality.excluded.empty')}
        </p>
      )}
      {items && items.length > 0 && (
        <>
          <ExcludedTable label={title} events={items} context={context} />
          <MoreButton
            paged={paged}
            shown={
              hasMore
                ? t('deployment.list.shownMore', {
                    shown: formatCount(items.length),
                  })
                : t('quality.excluded.shown', { count: items.length })
            }
          />
        </>
      )}
    </TabCard>
  );
}

/** The built-in reasons, and those that a newer backend brought. */
function codesOf(
  chosen: string | undefined,
  items: ExcludedEvent[] = [],
): string[] {
  const codes = new Set<string>(REASONS);
  items.forEach(item => codes.add(item.code));
  if (chosen) {
    codes.add(chosen);
  }
  return [...codes];
}
