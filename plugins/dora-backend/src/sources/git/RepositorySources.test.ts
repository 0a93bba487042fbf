import { TestDatabases } from '@backstage/backend-test-utils';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TestRepository } from '../../git/__testUtils__/TestRepository';
import { SourcesUnderTest } from '../__testUtils__/SourcesUnderTest';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

/** 2026-03-02T09:00:00Z. */
const MONDAY = 1_772_442_000;

describe.each(databases.eachSupportedId())('RepositorySources on %s', id => {
  const open: { remove(): Promise<void> }[] = [];
  afterEach(() => Promise.all(open.splice(0).map(one => one.remove())));

  async function start(
    urls: string[],
    source: { localFolders?: string[] } = {},
  ): Promise<SourcesUnderTest> {
    const sources = await SourcesUnderTest.create(await databases.init(id), {
      sources: [{ type: 'git', ...source }],
      services: urls.map((url, index) => ({
        entity_ref: `component:default/service-${index}`,
        name: `service-${index}`,
        repository: url.replace(/^\w+:\/\/+/, ''),
        repository_url: url,
      })),
    });
    open.push(sources);
    return sources;
  }

  async function repository(): Promise<TestRepository> {
    const made = await TestRepository.create();
    open.push(made);
    await made.commit({ at: MONDAY, files: { a: '0' } });
    return made;
  }

  it('reads each repository once, whatever the others do', async () => {
    const [one, two] = [await repository(), await repository()];
    const gone = `file://${join(dirname(one.path), 'gone.git')}`;
    const sources = await start([one.url, two.url, two.url, gone]);
    await sources.collect();
    const states = (await sources.status()).map(({ state }) => state);
    expect(states.sort()).toEqual(['failing', 'ok', 'ok']);
    expect(await sources.events()).toHaveLength(2);
  });

  it('fetches nothing that an operator did not allow', async () => {
    const [inside, outside] = [await repository(), await repository()];
    const folder = dirname(inside.path);
    // Neither a link nor a detour leads out of the folder.
    await mkdir(join(folder, 'links'));
    await symlink(outside.path, join(folder, 'links', 'out.git'));
    const sources = await start(
      [
        inside.url,
        outside.url,
        `file://${folder}/links/out.git`,
        `file://${folder}/../${outside.path.split('/').slice(-2).join('/')}`,
        'https://git.internal.example.com/acme/x',
        'http://169.254.169.254/latest/meta-data',
        'ssh://git@github.com/acme/x',
        'ext::sh -c touch% /tmp/owned',
      ],
      { localFolders: [folder] },
    );
    await sources.collect();
    const found = await sources.status();
    expect(
      found.filter(({ state }) => state === 'ok').map(one => one.id),
    ).toEqual([`git:${inside.path.slice(1)}`]);
    const errors = found.flatMap(({ error }) => error ?? []);
    expect(errors).toHaveLength(7);
    for (const error of errors) {
      expect(error).toMatch(
        /in none of the folders of 'localFolders'|is fetched only over https from a host under 'integrations'|^expected the https/,
      );
    }
  });
});
