import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ForwardedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  GeneratorRunOptions,
  TechdocsGenerator,
} from '@backstage/plugin-techdocs-node';
import { MkdocsGenerator } from './MkdocsGenerator';

const directory = createMockDirectory();

/** Stands in for mkdocs, which need not be installed where the tests run. */
const build = jest.spyOn(TechdocsGenerator.prototype, 'run');

function generate() {
  const config = mockServices.rootConfig();
  const logger = mockServices.logger.mock();
  return new MkdocsGenerator({
    config,
    logger,
    scmIntegrations: ScmIntegrations.fromConfig(config),
  }).run({
    inputDir: directory.resolve('source'),
    outputDir: directory.resolve('out'),
    logger: logger as unknown as GeneratorRunOptions['logger'],
  });
}

describe('MkdocsGenerator', () => {
  it('says what to install where mkdocs is missing', async () => {
    directory.setContent({ 'source/docs/index.md': '# api-service' });
    const spawnError = { code: 'ENOENT', syscall: 'spawn mkdocs' };
    build.mockRejectedValue(
      new ForwardedError(
        'Failed to generate docs',
        Object.assign(new Error('spawn mkdocs ENOENT'), spawnError),
      ),
    );

    await expect(generate()).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('pip install mkdocs-techdocs-core'),
    });
  });

  it('passes on what mkdocs says', async () => {
    directory.setContent({ 'source/docs/index.md': '# api-service' });
    const failure = new ForwardedError(
      'Failed to generate docs',
      'Command mkdocs failed, exit code: 1',
    );
    build.mockRejectedValue(failure);

    await expect(generate()).rejects.toBe(failure);
  });

  it.each([
    ['docs', 'site_name: api-service\n'],
    ['pages', 'site_name: api-service\ndocs_dir: pages\n'],
  ])('builds a copy of %s and leaves the source', async (folder, mkdocsYml) => {
    directory.setContent({
      'source/mkdocs.yml': mkdocsYml,
      [`source/${folder}/index.md`]: '# api-service',
      'source/node_modules/large.js': '',
    });
    let copied: string[] = [];
    build.mockImplementation(async ({ inputDir }) => {
      copied = await readdir(inputDir, { recursive: true });
      await writeFile(path.join(inputDir, 'mkdocs.yml'), 'rewritten');
    });

    await generate();

    expect(copied.sort()).toEqual(
      [folder, `${folder}/index.md`, 'mkdocs.yml'].sort(),
    );
    expect(await readFile(directory.resolve('source/mkdocs.yml'), 'utf8')).toBe(
      mkdocsYml,
    );
  });

  it('does not leave the folder that it is given', async () => {
    directory.setContent({
      'source/mkdocs.yml': 'site_name: x\ndocs_dir: ../outside\n',
      'outside/secret.md': 'secret',
    });
    await expect(generate()).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});
