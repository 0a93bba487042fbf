import { usePermission } from '@backstage/plugin-permission-react';
import type { doraScopePermissions } from '@golden-path/backstage-plugin-dora-common';

/**
 * Whether the reader may say something about a scope; undefined until that is known. Where it cannot be found out the
 * answer is true, as the backend decides in the end and says why not.
 *
 * @param scope - `all` or a full entity ref
 */
export function useMay(
  permission: (typeof doraScopePermissions)[number],
  scope: string,
): boolean | undefined {
  const { loading, allowed, error } = usePermission({
    permission,
    resourceRef: scope,
  });
  return loading ? undefined : allowed || error !== undefined;
}
