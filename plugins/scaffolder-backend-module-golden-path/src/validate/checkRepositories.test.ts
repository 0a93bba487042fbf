import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { parseRepository } from '../filters/parseRepository';
import { checkRepositories } from './checkRepositories';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));

const check = (repository: string, gitopsRepository: string) =>
  checkRepositories({
    repository: parseRepository(repository, { integrations }),
    gitopsRepository: parseRepository(gitopsRepository, { integrations }),
    file: 'orders-api/catalog-info.yaml',
  });

describe('checkRepositories', () => {
  it('says that a service cannot be in its GitOps repository', () => {
    const same = 'https://git.example.com/shop/orders-api.git';
    expect(check(same, same)).toEqual([
      {
        file: 'orders-api/catalog-info.yaml',
        line: 1,
        rule: 'catalog-info',
        severity: 'error',
        message:
          "The service's repository, https://git.example.com/shop/orders-api, is its GitOps repository, too; expected two.",
        fix: 'Answer with another repository, which is made for the service, or with another GitOps repository.',
      },
    ]);
  });

  it.each([
    ['https://github.com/shop/orders', 'https://github.com/shop/orders.git'],
    ['https://github.com/shop/orders', 'github.com?owner=shop&repo=orders'],
    ['https://github.com/Shop/Orders', 'https://github.com/shop/orders'],
    ['https://gitlab.com/shop/a/orders', 'https://gitlab.com/shop/A/orders'],
    ['https://git.example.com/a/b', 'https://git.example.com/a/b.git/'],
    ['http://git.example.com/a/b', 'https://git.example.com/a/b'],
  ])('knows %s and %s for the same', (repository, gitopsRepository) => {
    expect(check(repository, gitopsRepository)).toHaveLength(1);
  });

  it.each([
    ['https://github.com/shop/orders', 'https://github.com/shop/gitops'],
    ['https://github.com/shop/orders', 'https://github.com/ops/orders'],
    ['https://github.com/shop/orders', 'https://gitlab.com/shop/orders'],
    ['https://git.example.com/a/b', 'https://git.example.com:8443/a/b'],
    ['https://git.example.com/a/b', 'https://git.example.com/a/B'],
  ])('takes %s and %s for two', (repository, gitopsRepository) => {
    expect(check(repository, gitopsRepository)).toEqual([]);
  });
});
