import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import knexFactory from 'knex';
import { EventRecorder } from '../facts/EventRecorder';
import { readSettings } from '../settings';
import { createSources } from './createSources';
import { SourceStore } from './SourceStore';

const GITOPS = {
  type: 'gitops',
  url: 'https://github.com/acme/gitops.git',
  path: 'environments/<environment>/<service>/values.yaml',
  value: 'image.tag',
};

function create(sources: JsonObject[], dora: JsonObject = {}) {
  const config = mockServices.rootConfig({
    data: { dora: { sources, ...dora } },
  });
  // Nothing is asked while sources are made.
  const knex = knexFactory({
    client: 'better-sqlite3',
    useNullAsDefault: true,
  });
  return createSources({
    config,
    knex,
    logger: mockServices.logger.mock(),
    recorder: new EventRecorder({ knex, settings: readSettings(config) }),
    store: new SourceStore(),
    builders: { cdevents: () => [] },
    added: [],
  });
}

describe('the sources of app-config', () => {
  it('are made in their order, each with a task', () => {
    const { groups } = create([
      GITOPS,
      {
        ...GITOPS,
        id: 'charts',
        branch: 'release/2',
        shaInTag: '[0-9a-f]{40}',
      },
      { type: 'cdevents' },
      {
        type: 'git',
        schedule: { frequency: { hours: 1 }, timeout: { minutes: 5 } },
      },
    ]);
    expect(groups.map(({ id }) => id)).toEqual([
      'gitops:github.com/acme/gitops',
      'gitops:charts',
      'git',
    ]);
    expect(groups[0].schedule.frequency).toEqual({ minutes: 1 });
    expect(groups[2].schedule).toMatchObject({
      frequency: { hours: 1 },
      timeout: { minutes: 5 },
    });
  });

  it.each<[string, JsonObject, string]>([
    [
      'an unknown type',
      { type: 'svn' },
      "dora.sources[0].type: expected one of gitops, git, cdevents, got 'svn'",
    ],
    [
      'a type of all objects',
      { type: 'constructor' },
      'dora.sources[0].type: expected one of',
    ],
    [
      'an unknown field',
      { ...GITOPS, paths: 'x' },
      'dora.sources[0]: Unrecognized key: "paths"',
    ],
    ['no URL', { ...GITOPS, url: undefined as any }, 'dora.sources[0].url: '],
    [
      'an option for a URL',
      { ...GITOPS, url: '--upload-pack=touch /tmp/x' },
      "dora.sources[0].url: expected the https, http, ssh, git or file URL of a git repository, or a path that begins with a slash or dot, got '--upload-pack=touch /tmp/x', which begins with a dash",
    ],
    [
      'a helper for a URL',
      { ...GITOPS, url: 'ext::sh -c x' },
      'dora.sources[0].url: expected the https',
    ],
    [
      'an option for a branch',
      { ...GITOPS, branch: '--upload-pack=x' },
      "dora.sources[0].branch: expected the name of a branch, which does not begin with a dash, got '--upload-pack=x'",
    ],
    [
      'an option for a path',
      { ...GITOPS, path: '--output=<environment>/<service>' },
      'dora.sources[0].path: expected a path within the repository',
    ],
    [
      'a bad value',
      { ...GITOPS, value: 'a..b' },
      "dora.sources[0].value: expected the path of a value such as image.tag or images[0].newTag, got 'a..b'",
    ],
    [
      'a bad expression',
      { ...GITOPS, shaInTag: '[' },
      "dora.sources[0].shaInTag: expected a regular expression, got '['",
    ],
    [
      'no date',
      { ...GITOPS, since: 'yesterday' },
      'dora.sources[0].since: expected a date or an instant such as 2025-03-01',
    ],
    [
      'a threshold of none',
      { ...GITOPS, importThreshold: { files: 0 } },
      'dora.sources[0].importThreshold.files: ',
    ],
    [
      'a bad id',
      { ...GITOPS, id: 'a b' },
      'dora.sources[0].id: expected up to 100 letters',
    ],
    [
      'an option for the branch of all',
      { type: 'git', branch: '-x' },
      "dora.sources[0].branch: expected the name of a branch, which does not begin with a dash, got '-x'",
    ],
    [
      'a relative folder',
      { type: 'git', localFolders: ['srv'] },
      'dora.sources[0].localFolders[0]: expected the absolute path of a folder',
    ],
  ])('are refused with %s', (_, source, message) => {
    expect(() => create([source])).toThrow(message);
  });

  it('need names of their own', () => {
    expect(() => create([GITOPS, { ...GITOPS, branch: 'other' }])).toThrow(
      "dora.sources[1]: expected another source than at dora.sources[0], both are 'gitops:github.com/acme/gitops'; give one of them an 'id'",
    );
  });

  it('tell no password', () => {
    expect(() =>
      create([{ ...GITOPS, url: 'ftp://ann:s3cret@example.com/x' }]),
    ).toThrow(expect.not.stringContaining('s3cret'));
  });

  it('need an absolute folder for their mirrors', () => {
    expect(() => create([], { workDirectory: 'mirrors' })).toThrow(
      "dora.workDirectory: expected an absolute path, got 'mirrors'",
    );
  });
});
