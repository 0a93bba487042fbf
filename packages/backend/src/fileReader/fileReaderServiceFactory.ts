import {
  ReaderFactory,
  urlReaderFactoriesServiceRef,
} from '@backstage/backend-defaults/urlReader';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { FileRoots } from './FileRoots';
import { FileUrlReader } from './FileUrlReader';
import { readFileRoots } from './readFileRoots';

/** Lets every plugin read `file:` URLs below the configured folders. */
export const fileReaderServiceFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {},
  async factory(): Promise<ReaderFactory> {
    return ({ config }) => {
      const folders = readFileRoots(config, process.cwd());
      return folders
        ? [
            {
              predicate: url => url.protocol === 'file:',
              reader: new FileUrlReader({ roots: new FileRoots(folders) }),
            },
          ]
        : [];
    };
  },
});
