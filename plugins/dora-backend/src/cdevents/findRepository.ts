import { repositoryKey } from '../directory/repositoryKey';
import { ServiceDirectory } from '../directory/ServiceDirectory';
import type { CdeventReference } from './Cdevent';

/**
 * The repository that an event means, from what might name it, the likeliest first: one of the catalog's components,
 * else the first URL of a repository, else the first name.
 */
export function findRepository(
  places: (string | undefined)[],
  directory: ServiceDirectory,
): string {
  const named = places.filter((place): place is string =>
    Boolean(place && place.length <= 400),
  );
  const known = named
    .map(place => directory.repositoryKey(place))
    .find(key => key && directory.componentsIn(key).length > 0);
  return (
    (known && urlOf(known, directory)) ??
    named.find(place => repositoryKey(place)) ??
    named[0] ??
    'unknown'
  );
}

/** How a reference to a repository may name it. */
export function repositoryPlaces(
  reference: CdeventReference | undefined,
): string[] {
  const { id, source } = reference ?? {};
  const joined =
    id && source && URL.canParse(source)
      ? `${source.replace(/\/+$/, '')}/${id.replace(/^\/+/, '')}`
      : undefined;
  return [id, joined, source].filter(place => place !== undefined);
}

function urlOf(key: string, directory: ServiceDirectory): string | undefined {
  return directory
    .componentsIn(key)
    .map(ref => directory.sourceUrl(ref))
    .find(url => url !== undefined);
}
