import type { RepositoryPlace } from './RepositoryPlace';

/** The address of a repository of a place: `https://github.com/acme/orders-api`. */
export function addressIn(place: RepositoryPlace, name: string): string {
  return place.isShared ? place.url : `${place.url}/${name}${place.suffix}`;
}

/** In which of the places an address lies, and under which name; undefined where in none. The closest place counts. */
export function findPlace(
  places: RepositoryPlace[],
  address: string,
): { place: RepositoryPlace; name: string } | undefined {
  const [place] = places
    .filter(({ url, suffix, isShared }) =>
      isShared
        ? address === url
        : address.startsWith(`${url}/`) &&
          address.slice(url.length + 1).endsWith(suffix),
    )
    .sort((a, b) => b.url.length - a.url.length);
  return (
    place && {
      place,
      name: place.isShared
        ? ''
        : address.slice(
            place.url.length + 1,
            address.length - place.suffix.length,
          ),
    }
  );
}
