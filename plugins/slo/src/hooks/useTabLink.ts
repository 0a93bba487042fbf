import { useRouteRef } from '@backstage/core-plugin-api';
import { tabRouteRef } from '../routes';

/**
 * Makes links to the tab, where the host has mounted it: to the whole tab, one SLO of it, or the
 * numbers of an SLO's earlier query.
 */
export function useTabLink():
  | ((target?: { slo: string; generation?: number }) => string)
  | undefined {
  const tabPath = useRouteRef(tabRouteRef);
  return (
    tabPath &&
    (target => {
      if (!target) {
        return tabPath();
      }
      const query = new URLSearchParams({ slo: target.slo });
      if (target.generation !== undefined) {
        query.set('generation', String(target.generation));
      }
      return `${tabPath()}?${query}`;
    })
  );
}
