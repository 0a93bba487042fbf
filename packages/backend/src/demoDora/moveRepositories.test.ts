import { readdir } from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { moveRepositories } from './moveRepositories';

const directory = createMockDirectory();
const former = {
  'repositories/demo.json': '{}',
  'repositories/a.git/HEAD': '',
};

async function moved(content: Record<string, string>, name = 'git') {
  directory.setContent({ state: {} });
  directory.addContent(
    Object.fromEntries(
      Object.entries(content).map(([path, text]) => [`state/${path}`, text]),
    ),
  );
  await moveRepositories({
    repositories: directory.resolve('state', name),
    logger: mockServices.logger.mock(),
  });
  const folders = await readdir(directory.resolve('state'));
  return Object.fromEntries(
    await Promise.all(
      folders.map(async folder => [
        folder,
        await readdir(directory.resolve('state', folder)),
      ]),
    ),
  );
}

describe('moveRepositories', () => {
  it('moves those of an older demo', async () => {
    expect(await moved(former)).toEqual({ git: ['a.git', 'demo.json'] });
  });

  it.each<[string, Record<string, string>, string | undefined, object]>([
    ['nothing where there is none', {}, undefined, {}],
    [
      'none that are not whole',
      { 'repositories/a.git/HEAD': '' },
      undefined,
      { repositories: ['a.git'] },
    ],
    [
      'none to where some are',
      { ...former, 'git/demo.json': '{}' },
      undefined,
      { repositories: ['a.git', 'demo.json'], git: ['demo.json'] },
    ],
    [
      'none that are where they should be',
      former,
      'repositories',
      { repositories: ['a.git', 'demo.json'] },
    ],
  ])('moves %s', async (_, content, name, expected) => {
    expect(await moved(content, name)).toEqual(expected);
  });
});
