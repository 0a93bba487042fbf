import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EntityDisplayName,
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** Where the tab is on the pages of groups and components, in both frontend systems. */
const TAB = 'dora';

/** An entity's name, with the way to its tab of delivery metrics. */
export function EntityTabLink({ entityRef }: { entityRef: string }) {
  const entityPath = useRouteRef(entityRouteRef);
  const params = entityRouteParams(parseEntityRef(entityRef));
  return (
    <Link to={`${entityPath(params)}/${TAB}`}>
      <EntityDisplayName entityRef={entityRef} hideIcon disableTooltip />
    </Link>
  );
}
