import { useApi } from '@backstage/core-plugin-api';
import type { DoraMetrics } from '@golden-path/backstage-plugin-dora-common';
import useAsync from 'react-use/esm/useAsync';
import { doraApiRef } from '../api/doraApiRef';
import { FEWEST } from '../metrics/fewest';

/** The few lead times or recoveries of a window, in seconds, shortest first. */
export function useFewValues(
  { scope, from, to }: DoraMetrics,
  what: 'changes' | 'recoveries',
): number[] | undefined {
  const doraApi = useApi(doraApiRef);
  const { value } = useAsync(async () => {
    const query = { scope, from, to };
    if (what === 'changes') {
      const { items } = await doraApi.listChanges({ ...query, limit: FEWEST });
      return items.map(({ leadTimeSeconds }) => leadTimeSeconds);
    }
    const { items } = await doraApi.listDeployments({
      ...query,
      environment: 'production',
      outcome: 'failed',
    });
    return items.flatMap(({ finishedAt, recoveredAt }) =>
      recoveredAt
        ? [(Date.parse(recoveredAt) - Date.parse(finishedAt)) / 1000]
        : [],
    );
  }, [doraApi, scope, from, to, what]);
  return value?.sort((a, b) => a - b);
}
