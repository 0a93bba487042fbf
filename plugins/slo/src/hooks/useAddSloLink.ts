import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { addSloRouteRef } from '../routes';

const TEMPLATE = { namespace: 'default', templateName: 'add-slo' };

/**
 * Link to the template that adds an SLO; none in a portal without the scaffolder or without that template, so that
 * no button leads nowhere.
 */
export function useAddSloLink(): { link?: string; loading: boolean } {
  const catalogApi = useApi(catalogApiRef);
  const templatePath = useRouteRef(addSloRouteRef);
  const { value: template, loading } = useAsync(
    () =>
      catalogApi.getEntityByRef({
        kind: 'Template',
        namespace: TEMPLATE.namespace,
        name: TEMPLATE.templateName,
      }),
    [catalogApi],
  );
  return {
    link: template && templatePath?.(TEMPLATE),
    // Without the scaffolder there is nothing to wait for.
    loading: loading && templatePath !== undefined,
  };
}
