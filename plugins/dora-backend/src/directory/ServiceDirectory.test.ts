import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { ServiceSubject } from '@golden-path/backstage-plugin-dora-node';
import { openDatabase } from '../database/openDatabase';
import { KnownService, ServiceDirectory } from './ServiceDirectory';
import { subjectKey } from './subjectKey';

jest.setTimeout(60_000);

const service = (
  name: string,
  known: Partial<KnownService> = {},
): KnownService => ({
  entityRef: `component:${known.namespace ?? 'default'}/${name}`,
  name,
  namespace: 'default',
  doraService: null,
  cdeventsId: null,
  pagerdutyId: null,
  repository: null,
  repositoryUrl: null,
  removed: false,
  ...known,
});

describe('ServiceDirectory', () => {
  const directory = new ServiceDirectory([
    service('api', {
      doraService: 'orders-api',
      cdeventsId: '/org/api',
      pagerdutyId: 'PABC',
      repository: 'github.com/acme/api',
    }),
    service('web', { doraService: 'shared', repository: 'github.com/acme/ui' }),
    service('cms', { doraService: 'shared', repository: 'github.com/acme/ui' }),
    service('inner', { namespace: 'team-a' }),
    service('old', { removed: true, doraService: 'old-name' }),
    service('gone', { removed: true, doraService: 'orders-api' }),
  ]);

  it.each<[ServiceSubject['by'], string, string | undefined]>([
    ['ref', 'component:default/api', 'component:default/api'],
    ['ref', 'Component:Default/API', 'component:default/api'],
    ['ref', 'component:default/nothing', undefined],
    ['ref', 'api', undefined],
    ['dora-service', 'orders-api', 'component:default/api'],
    ['dora-service', 'api', 'component:default/api'],
    ['dora-service', 'inner', undefined],
    // two components claim it
    ['dora-service', 'shared', undefined],
    ['dora-service', 'old-name', 'component:default/old'],
    ['cdevents', '/org/api', 'component:default/api'],
    ['cdevents', 'component:team-a/inner', 'component:team-a/inner'],
    ['cdevents', 'web', 'component:default/web'],
    ['name', 'web', 'component:default/web'],
    ['name', 'orders-api', undefined],
    [
      'repository',
      'https://github.com/acme/api/tree/main/a',
      'component:default/api',
    ],
    ['repository', 'acme/api', 'component:default/api'],
    ['repository', 'https://github.com/acme/ui', undefined],
    ['pagerduty', 'PABC', 'component:default/api'],
    ['pagerduty', 'api', undefined],
  ])('%s %s is %s', (by, value, expected) => {
    expect(directory.resolve({ by, value })).toBe(expected);
  });

  it('knows repositories by URL and slug', () => {
    const known = new ServiceDirectory([
      service('a', {
        repository: 'github.com/acme/mono',
        repositoryUrl: 'https://github.com/acme/mono',
      }),
      service('b', { repository: 'github.com/acme/mono' }),
      service('c', { repository: 'gitlab.com/acme/twice' }),
      service('d', { repository: 'github.com/acme/twice' }),
      service('e', { repository: 'github.com/acme/mono', removed: true }),
    ]);
    expect(known.repositoryKey('acme/mono')).toBe('github.com/acme/mono');
    expect(known.repositoryKey('/acme/mono/')).toBe('github.com/acme/mono');
    expect(known.repositoryKey('https://github.com/any/other.git')).toBe(
      'github.com/any/other',
    );
    // of two hosts
    expect(known.repositoryKey('acme/twice')).toBeUndefined();
    expect(known.repositoryKey('mono')).toBeUndefined();
    expect(known.componentsIn('github.com/acme/mono')).toEqual([
      'component:default/a',
      'component:default/b',
    ]);
    expect(known.componentsIn('github.com/any/other')).toEqual([]);
    expect(known.sourceUrl('component:default/a')).toBe(
      'https://github.com/acme/mono',
    );
    expect(known.sourceUrl('component:default/b')).toBeUndefined();
  });

  it('writes a subject as the log has it', () => {
    expect(subjectKey({ by: 'cdevents', value: 'a:b' })).toBe('cdevents:a:b');
  });

  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
  it.each(databases.eachSupportedId())('reads %p', async databaseId => {
    const knex = await openDatabase(
      mockServices.database({ knex: await databases.init(databaseId) }),
    );
    await knex('dora_services').insert({
      entity_ref: 'component:default/api',
      name: 'api',
      namespace: 'default',
      pagerduty_id: 'P1',
      demo: false,
    });

    const loaded = await ServiceDirectory.load(knex);

    expect(loaded.resolve({ by: 'pagerduty', value: 'P1' })).toBe(
      'component:default/api',
    );
    expect(loaded.resolve({ by: 'pagerduty', value: 'P2' })).toBeUndefined();
  });
});
