import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { pageRouteRef } from '../routes';

type Query = Record<string, string | undefined>;

/** Links into the plugin's page. */
export interface PageLinks {
  overview: (query?: Query) => string;
  deployments: (query?: Query) => string;
  deployment: (id: string) => string;
  dataQuality: (query?: Query) => string;
  reviews: (query?: Query) => string;
  review: (id: string) => string;
}

/** Links into the plugin's page; undefined where the host has not mounted it, so that no link leads nowhere. */
export function usePageLinks(): PageLinks | undefined {
  const path = useRouteRef(pageRouteRef)?.();
  return useMemo(
    () =>
      path === undefined ? undefined : linksBelow(path.replace(/\/$/, '')),
    [path],
  );
}

function linksBelow(base: string): PageLinks {
  return {
    overview: query => `${base}/overview${queryString(query)}`,
    deployments: query => `${base}/deployments${queryString(query)}`,
    deployment: id => `${base}/deployments/${encodeURIComponent(id)}`,
    dataQuality: query => `${base}/data-quality${queryString(query)}`,
    reviews: query => `${base}/reviews${queryString(query)}`,
    review: id => `${base}/reviews/${encodeURIComponent(id)}`,
  };
}

function queryString(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      parameters.set(name, value);
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
