import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { parseRepository } from './parseRepository';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        gitlab: [
          {
            host: 'gitlab.example.com',
            apiBaseUrl: 'https://gitlab.example.com/api/v4',
          },
        ],
      },
    },
  }),
);

const GITHUB = {
  kind: 'github',
  url: 'https://github.com/shop/orders',
  host: 'github.com',
  owner: 'shop',
  name: 'orders',
  webUrl: 'https://github.com/shop/orders',
  picker: 'github.com?owner=shop&repo=orders',
};

describe('parseRepository', () => {
  it.each([
    'https://github.com/shop/orders',
    'https://github.com/shop/orders/',
    'https://github.com/shop/orders.git',
    'github.com?owner=shop&repo=orders',
    'github.com?repo=orders&owner=shop',
    'url:https://github.com/shop/orders/tree/main/',
    'url:https://github.com/shop/orders/blob/main',
  ])('reads %s', text => {
    expect(parseRepository(text, { integrations })).toEqual(GITHUB);
  });

  it.each([
    'https://gitlab.example.com/shop/backend/orders.git',
    'gitlab.example.com?owner=shop%2Fbackend&repo=orders',
    'url:https://gitlab.example.com/shop/backend/orders/-/tree/main/',
  ])('reads %s, in a group of a group', text => {
    expect(parseRepository(text, { integrations })).toEqual({
      kind: 'gitlab',
      url: 'https://gitlab.example.com/shop/backend/orders',
      host: 'gitlab.example.com',
      owner: 'shop/backend',
      name: 'orders',
      webUrl: 'https://gitlab.example.com/shop/backend/orders',
      picker: 'gitlab.example.com?owner=shop%2Fbackend&repo=orders',
    });
  });

  it.each([
    'http://localhost:7007/api/demo-git/orders.git',
    'url:http://localhost:7007/api/demo-git/orders/tree/main/',
  ])('reads %s, of a server without an API', text => {
    expect(parseRepository(text, { integrations })).toEqual({
      kind: 'git',
      url: 'http://localhost:7007/api/demo-git/orders.git',
      host: 'localhost:7007',
      owner: 'api/demo-git',
      name: 'orders',
      webUrl: 'http://localhost:7007/api/demo-git/orders',
      picker: 'localhost:7007?owner=api%2Fdemo-git&repo=orders',
    });
  });

  it('leaves the address of a server without an API as it is written', () => {
    expect(
      parseRepository('https://git.example.com/orders', { integrations }),
    ).toMatchObject({
      kind: 'git',
      url: 'https://git.example.com/orders',
      owner: '',
    });
  });

  it.each([
    '',
    'orders',
    'shop/orders',
    'github.com',
    'github.com?owner=shop',
    'github.com?repo=orders',
    'github.com?owner=shop&repo=../orders',
    'https://github.com/orders',
    'https://github.com',
    'git@github.com:shop/orders.git',
    'ssh://git@github.com/shop/orders.git',
    'file:///srv/orders.git',
    'ext::sh -c touch%20x',
    '--upload-pack=touch',
    'https://user:secret@github.com/shop/orders',
    'https://github.com/shop/orders?x=1',
    'https://github.com/shop/orders#x',
    'https://github.com/shop/../orders',
    'https://github.com/shop/%2e%2e/orders',
    'https://github.com/shop/-orders',
    'https://github.com/shop/.git',
    'https://github.com//orders',
    'https://github.com/shop/orders\n',
    'https://github.com/shop/örders',
    'https://github.com/shop/a;rm -rf',
    'https://github.com/shop/${{ secrets.X }}',
    'https://github.com/shop/{{ .Values.x }}',
    'url:https://github.com/shop/orders/tree/main/services/orders/',
    `https://github.com/shop/${'x'.repeat(500)}`,
  ])('refuses %j', text => {
    expect(() => parseRepository(text, { integrations })).toThrow(
      /^The repository is '.*'; expected a URL such as https:\/\/github\.com\/shop\/orders-api or/s,
    );
  });
});
