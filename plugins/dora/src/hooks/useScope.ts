import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Everything that the reader may see. */
export const ALL = 'all';

/** The part of the catalog that the page is about, by the URL: `?scope=group:default/publishing-team`. */
export function useScope(): {
  /** `all`, or the full ref of a group, system, domain or component. */
  scope: string;
  setScope: (scope: string) => void;
} {
  const [search, setSearch] = useSearchParams();
  const setScope = useCallback(
    (scope: string) =>
      setSearch(
        before => {
          const after = new URLSearchParams(before);
          if (scope === ALL) {
            after.delete('scope');
          } else {
            after.set('scope', scope);
          }
          return after;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return { scope: search.get('scope') || ALL, setScope };
}
