import type { Config } from '@backstage/config';

/** Where repositories may lie, from `goldenPath.repositories`. */
export interface RepositoryPlace {
  title: string;
  /** Without a slash at its end. */
  url: string;
  /** Behind the name: `.git`, or empty. */
  suffix: string;
  /** It is itself a repository that services share for GitOps files. */
  isShared: boolean;
}

/** Reads the places that the platform team offers. */
export function readPlaces(config: Config): RepositoryPlace[] {
  const places = config.getOptionalConfigArray('goldenPath.repositories') ?? [];
  return places.map(place => ({
    title: place.getString('title'),
    url: place.getString('url').replace(/\/+$/, ''),
    suffix: place.getOptionalString('suffix') ?? '',
    isShared: place.getOptionalBoolean('gitops') ?? false,
  }));
}
