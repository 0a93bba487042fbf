import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Finding } from '@golden-path/backstage-plugin-golden-path-common';
import type { Repository } from '../filters/Repository';

/**
 * Checks that the catalog has no other component of the name, as far as the person may see: it would keep the one that
 * it has, and the new one would be nowhere. One that comes from the same repository is the same.
 *
 * @param options - `file`: path of the service's catalog file
 */
export async function checkNameIsFree(options: {
  entityRef: string;
  repository: Repository;
  file: string;
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<Finding[]> {
  const { entityRef, repository, file, catalog, credentials } = options;
  const entity = await catalog.getEntityByRef(entityRef, { credentials });
  const { annotations = {} } = entity?.metadata ?? {};
  const location =
    annotations[ANNOTATION_SOURCE_LOCATION] ??
    annotations[ANNOTATION_ORIGIN_LOCATION];
  if (!location || isWithin(location, repository)) {
    return [];
  }
  return [
    {
      file,
      line: 1,
      rule: 'catalog-info',
      severity: 'error',
      message: `The catalog has ${entityRef} already, from ${location}.`,
      fix: 'Choose another name.',
    },
  ];
}

/** Locations are addresses of pages, with their type before them: `url:https://github.com/shop/orders/tree/main/`. */
function isWithin(location: string, { webUrl }: Repository): boolean {
  const address = location.replace(/^[a-z]+:/, '');
  return address === webUrl || address.startsWith(`${webUrl}/`);
}
