import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { addSloRouteRef } from '../routes';

const TEMPLATE = { namespace: 'default', templateName: 'add-slo' };

/**
 * Link to the template that adds an SLO; undefined in a portal without the scaffolder or without that
 * template, so that no button leads nowhere.
 */
export function useAddSloLink(): string | undefined {
  const catalogApi = useApi(catalogApiRef);
  const templatePath = useRouteRef(addSloRouteRef);
  const { value: template } = useAsync(
    () =>
      catalogApi.getEntityByRef({
        kind: 'Template',
        namespace: TEMPLATE.namespace,
        name: TEMPLATE.templateName,
      }),
    [catalogApi],
  );
  return template && templatePath?.(TEMPLATE);
}
