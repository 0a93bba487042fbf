import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { pageRouteRef } from '../routes';

type Query = Record<string, string | undefined>;

/** Links into the plugin's page. */
export interface PageLinks {
  inbox: () => string;
  requests: (query?: Query) => string;
  insights: () => string;
  /** The form for a new request, filled in by its query. */
  create: (query?: Query) => string;
  request: (id: string) => string;
  /** The form for the changes of a request. */
  edit: (id: string) => string;
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
    inbox: () => base || '/',
    requests: query => `${base}/requests${queryString(query)}`,
    insights: () => `${base}/insights`,
    create: query => `${base}/new${queryString(query)}`,
    request: id => `${base}/${encodeURIComponent(id)}`,
    edit: id => `${base}/${encodeURIComponent(id)}/edit`,
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
