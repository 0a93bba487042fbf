import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Finding } from '@golden-path/backstage-plugin-golden-path-common';
import type { Repository } from '../filters/Repository';
import type { SourceFile } from '../validation/SourceFile';
import { checkNameIsFree } from './checkNameIsFree';
import { checkReferences } from './checkReferences';

/**
 * What the portal's catalog has against a service.
 *
 * @param options - `file`: its catalog file; `repository`: the one that is going to be made, where it is known
 */
export async function checkCatalog(options: {
  entityRef: string;
  file: SourceFile;
  repository?: Repository;
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<Finding[]> {
  const { entityRef, file, repository, ...access } = options;
  const taken = repository
    ? await checkNameIsFree({
        ...access,
        entityRef,
        repository,
        file: file.path,
      })
    : [];
  return [...taken, ...(await checkReferences({ ...access, file }))];
}
