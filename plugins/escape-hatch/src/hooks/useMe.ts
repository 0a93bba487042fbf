import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** Who reads the page. */
export interface Me {
  /** Full user ref. */
  ref: string;
  /** Full refs of the user and the groups that it owns things by. What may be done is the backend's to say. */
  ownership: string[];
}

/** The reader; undefined until the host has said who it is. */
export function useMe(): Me | undefined {
  const identityApi = useApi(identityApiRef);
  const { value } = useAsync(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  return (
    value && { ref: value.userEntityRef, ownership: value.ownershipEntityRefs }
  );
}
