import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { LoadedMetrics } from '../../hooks/useDoraMetrics';
import { doraApiRef } from '../../api/doraApiRef';
import { usePaged } from '../../hooks/usePaged';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { MoreButton } from '../MoreButton';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { TabCard } from '../TabCard';
import { ServicesTable } from './ServicesTable';

/** The services of a scope by name, never by value: no table of winners and losers. */
export function ServicesCard(props: { loaded: LoadedMetrics; title: string }) {
  const { loaded, title } = props;
  const { scope, from, to } = loaded.metrics;
  const t = useDoraTranslation();
  const doraApi = useApi(doraApiRef);
  const load = useCallback(
    (cursor?: string) => doraApi.listServices({ scope, from, to, cursor }),
    [doraApi, scope, from, to],
  );
  const paged = usePaged(load);
  const { items, error, retry } = paged;
  return (
    <TabCard title={title} hint={t('summary.services.byName')}>
      {!items && error && <LoadError error={error} retry={retry} />}
      {!items && !error && <Skeleton label={t('summary.services.loading')} />}
      {items?.length === 0 && t('summary.services.none')}
      {items && items.length > 0 && (
        <>
          <ServicesTable label={title} services={items} />
          <MoreButton
            paged={paged}
            shown={t('summary.services.shown', { count: items.length })}
          />
        </>
      )}
    </TabCard>
  );
}
