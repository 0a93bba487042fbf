import { useCallback } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { useRefreshed } from '../../hooks/useRefreshed';
import { OPEN_PHASES } from '../../states/openPhases';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { HatchCard } from '../HatchCard';
import { Skeleton } from '../Skeleton';
import { LoadError } from '../states';
import { HatchList } from './HatchList';
import { NoHatch } from './NoHatch';

/** More are on the page of all requests. */
const LIMIT = 20;

/** Where a component leaves the golden path, and what runs out next. */
export function EntityCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  // A key, so that nothing of the component before is shown as this one's.
  return <CardOf key={entityRef} entityRef={entityRef} />;
}

function CardOf({ entityRef }: { entityRef: string }) {
  const t = useEscapeHatchTranslation();
  const api = useApi(escapeHatchApiRef);
  const load = useCallback(
    () =>
      api.listRequests({
        entityRef,
        phase: OPEN_PHASES,
        order: 'expiry',
        limit: LIMIT,
      }),
    [api, entityRef],
  );
  const { value, asOf, error, retry } = useRefreshed(load);
  return (
    <HatchCard title={t('common.title')}>
      {!value && error && <LoadError error={error} retry={retry} />}
      {!value && !error && <Skeleton label={t('entity.loading')} />}
      {value && asOf && value.items.length === 0 && (
        <NoHatch entityRef={entityRef} />
      )}
      {value && asOf && value.items.length > 0 && (
        <HatchList
          entityRef={entityRef}
          requests={value.items}
          hasMore={value.nextCursor !== undefined}
          now={asOf}
        />
      )}
    </HatchCard>
  );
}
