import type { JsonObject } from '@backstage/types';
import { renderToFolder } from '../../__testUtils__/renderToFolder';

/** A service on Kubernetes: `<folder>/<name>` is its repository, `<folder>/gitops` what its pull request brings. */
export async function renderService(options: {
  folder: string;
  name?: string;
  values?: JsonObject;
}): Promise<string[]> {
  const { folder, name = 'orders-api', values } = options;
  return renderToFolder({
    template: 'kubernetes-service',
    folder,
    values: {
      name,
      owner: 'group:default/shop',
      language: 'node',
      exposure: 'internal',
      repository: `https://github.com/shop/${name}`,
      gitops: 'https://github.com/shop/gitops',
      registry: 'ghcr.io/shop',
      ...values,
    },
  });
}
