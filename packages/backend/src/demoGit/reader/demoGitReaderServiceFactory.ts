import {
  ReaderFactory,
  urlReaderFactoriesServiceRef,
} from '@backstage/backend-defaults/urlReader';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { readDemoFolders } from '../../demoDora/readDemoFolders';
import { DemoGitUrls } from '../DemoGitUrls';
import { DemoRepositories } from '../repositories/DemoRepositories';
import { DemoGitUrlReader } from './DemoGitUrlReader';

/** Lets every plugin read what lies on the demo's git server. */
export const demoGitReaderServiceFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {},
  async factory(): Promise<ReaderFactory> {
    return ({ config, treeResponseFactory }) => {
      const folders = readDemoFolders(config);
      if (!folders) {
        return [];
      }
      const urls = new DemoGitUrls({
        backendBaseUrl: config.getString('backend.baseUrl'),
      });
      const repositories = new DemoRepositories({
        folder: folders.repositories,
      });
      return [
        {
          predicate: url => urls.parse(url.href) !== undefined,
          reader: new DemoGitUrlReader({
            repositories,
            urls,
            treeResponseFactory,
          }),
        },
      ];
    };
  },
});
