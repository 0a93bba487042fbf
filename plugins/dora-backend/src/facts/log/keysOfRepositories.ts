import { repositoryKey } from '../../directory/repositoryKey';

/** A batch names few repositories many times, and their URLs take long to parse. */
export function keysOfRepositories(): (url: string) => string {
  const keys = new Map<string, string>();
  return url => {
    const key = keys.get(url) ?? repositoryKey(url) ?? url;
    keys.set(url, key);
    return key;
  };
}
