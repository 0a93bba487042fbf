import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** Whose a service is. */
export interface ServiceOwners {
  /** False: the catalog does not have it, or not for this reader. */
  exists: boolean;
  /** Full refs of its owners. */
  owners: string[];
}

/** Whose a service is, as the catalog has it; undefined until that is known. */
export function useServiceOwners(entityRef: string): ServiceOwners | undefined {
  const catalogApi = useApi(catalogApiRef);
  const { value } = useAsync(async () => {
    if (!isRef(entityRef)) {
      return { exists: false, owners: [] };
    }
    const entity = await catalogApi.getEntityByRef(entityRef);
    return {
      exists: entity !== undefined,
      owners: getEntityRelations(entity, RELATION_OWNED_BY).map(
        stringifyEntityRef,
      ),
    };
  }, [catalogApi, entityRef]);
  return value;
}

function isRef(text: string): boolean {
  try {
    parseEntityRef(text);
    return true;
  } catch {
    return false;
  }
}
