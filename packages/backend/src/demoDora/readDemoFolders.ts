import { resolve } from 'node:path';
import { Config } from '@backstage/config';

/** Where the demo's delivery history is recorded, and where its repositories are. */
export interface DemoFolders {
  records: string;
  repositories: string;
}

/** Undefined where `demo.delivery` is not configured. Relative paths start at the backend's working directory. */
export function readDemoFolders(config: Config): DemoFolders | undefined {
  const delivery = config.getOptionalConfig('demo.delivery');
  return (
    delivery && {
      records: resolve(delivery.getString('records')),
      repositories: resolve(delivery.getString('repositories')),
    }
  );
}
