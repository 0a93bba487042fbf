import { useApi } from '@backstage/core-plugin-api';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import useAsync from 'react-use/esm/useAsync';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';

/** The request that another one renews; undefined where the reader may not read it. */
export function useRenewed(
  id: string | undefined,
): EscapeHatchRequest | undefined {
  const escapeHatchApi = useApi(escapeHatchApiRef);
  return useAsync(
    async () => (id === undefined ? undefined : escapeHatchApi.getRequest(id)),
    [escapeHatchApi, id],
  ).value;
}
