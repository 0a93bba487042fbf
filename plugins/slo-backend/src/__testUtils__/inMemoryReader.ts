import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';

/** Documents by the name of the component whose repository they are in, by path. */
export type Repositories = Record<string, Record<string, string>>;

/** Reads repositories `github.com/acme/<name>` that are held in memory and may change. */
export function inMemoryReader(
  files: Repositories,
): Pick<UrlReaderService, 'search'> {
  return {
    async search(url) {
      const [, name] = /acme\/([^/]+)\//.exec(url)!;
      if (!files[name]) {
        throw new NotFoundError(`No repository at ${url}`);
      }
      return {
        etag: '',
        files: Object.entries(files[name]).map(([file, content]) => ({
          url: `https://github.com/acme/${name}/${file}`,
          content: async () => Buffer.from(content),
        })),
      };
    },
  };
}
