import {
  ReaderFactory,
  urlReaderFactoriesServiceRef,
} from '@backstage/backend-defaults/urlReader';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { FileRoots } from './FileRoots';
import { FileUrlReader } from './FileUrlReader';

/** Lets every plugin read `file:` URLs below `backend.reading.fileRoots`; without that key none. */
export const fileReaderServiceFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {},
  async factory(): Promise<ReaderFactory> {
    return ({ config }) => {
      const folders = config.getOptionalStringArray(
        'backend.reading.fileRoots',
      );
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
