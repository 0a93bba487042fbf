import type { JsonObject } from '@backstage/types';

/** Origins of the URLs among answers. Where nothing is pushed, every repository will do. */
export function remotesOf(values: JsonObject): string[] {
  const origins = Object.values(values)
    .filter(value => typeof value === 'string')
    .map(text => toUrl(text.includes('://') ? text : `https://${text}`))
    .filter(url => url?.protocol === 'https:' || url?.protocol === 'http:')
    .map(url => url!.origin);
  return [...new Set(origins)];
}

function toUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
