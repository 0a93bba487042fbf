import { chmod, readdir, readFile, stat, symlink } from 'node:fs/promises';
import {
  ReaderFactory,
  UrlReaders,
} from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { runAsPerson } from '../__testUtils__/runAsPerson';
import { DemoGitUrls } from '../DemoGitUrls';
import { DemoRepositories } from '../repositories/DemoRepositories';
import { DemoGitUrlReader } from './DemoGitUrlReader';

const directory = createMockDirectory();
const base = 'http://localhost:7007/api/demo-git';
const urls = new DemoGitUrls({ backendBaseUrl: 'http://localhost:7007' });
const repositories = new DemoRepositories({ folder: directory.resolve('git') });

/** As the host's other readers are made. */
const reader = UrlReaders.create({
  config: mockServices.rootConfig(),
  logger: mockServices.logger.mock(),
  factories: [
    (({ treeResponseFactory }) => [
      {
        predicate: url => urls.parse(url.href) !== undefined,
        reader: new DemoGitUrlReader({
          repositories,
          urls,
          treeResponseFactory,
        }),
      },
    ]) as ReaderFactory,
  ],
});

let commit: string;

beforeAll(async () => {
  directory.setContent({
    git: {},
    out: {},
    clone: {
      'catalog-info.yaml': 'kind: Component\n',
      'slos/shop.yaml': 'service: shop\n',
      'slos/deep/more.yaml': 'service: more\n',
      'slos/notes.txt': 'notes\n',
      'docs/a name (1).md': '# Ümlaut\n',
      'bin/run.sh': '#!/bin/sh\n',
      'large.bin': Buffer.alloc(10 * 1024 * 1024 + 1),
    },
  });
  const clone = directory.resolve('clone');
  await symlink('/etc/passwd', `${clone}/slos/link.yaml`);
  await chmod(`${clone}/bin/run.sh`, 0o755);
  const git = (...args: string[]) => runAsPerson(clone, ...args);
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('commit', '--quiet', '--message=Begin');
  commit = (await git('rev-parse', 'HEAD')).trim();
  await git('switch', '--quiet', '--create=golden-path/shop');
  directory.addContent({ 'clone/slos/shop.yaml': 'service: changed\n' });
  await git('commit', '--quiet', '--all', '--message=Change');
  const { directory: bare } = await repositories.ensure('shop');
  await git('push', '--quiet', bare, 'main', 'golden-path/shop');
});

const read = async (url: string) =>
  (await (await reader.readUrl(url)).buffer()).toString();

describe('DemoGitUrlReader', () => {
  describe('readUrl', () => {
    it.each([
      ['blob/main/slos/shop.yaml', 'service: shop\n'],
      ['tree/main/slos/shop.yaml', 'service: shop\n'],
      ['blob/golden-path/shop/slos/shop.yaml', 'service: changed\n'],
      ['blob/golden-path%2Fshop/slos/shop.yaml', 'service: changed\n'],
      ['blob/main/docs/a%20name%20(1).md', '# Ümlaut\n'],
    ])('reads %s', async (path, content) => {
      expect(await read(`${base}/shop/${path}`)).toBe(content);
    });

    it.each([
      ['no repository', 'other/blob/main/slos/shop.yaml', 'NotFoundError'],
      ['no branch', 'shop/blob/mai/slos/shop.yaml', 'NotFoundError'],
      ['no file', 'shop/blob/main/slos/none.yaml', 'NotFoundError'],
      ['a folder', 'shop/blob/main/slos', 'NotFoundError'],
      ['a link', 'shop/blob/main/slos/link.yaml', 'NotFoundError'],
      ['a way out', 'shop/blob/main/..%2f..%2fHEAD', 'NotFoundError'],
      ['another folder', '..%2fclone/blob/main/x', 'NotFoundError'],
      ['a pattern', 'shop/blob/main/slos/*.yaml', 'NotFoundError'],
      ['an option', 'shop/blob/main/--help', 'NotFoundError'],
      ['a large file', 'shop/blob/main/large.bin', 'InputError'],
    ])('refuses %s', async (_, path, name) => {
      await expect(read(`${base}/${path}`)).rejects.toMatchObject({ name });
    });

    it.each([
      'http://localhost:7008/api/demo-git/shop/blob/main/slos/shop.yaml',
      'http://localhost:7007/api/demo-github/shop/blob/main/slos/shop.yaml',
      'http://example.com/api/demo-git/shop/blob/main/slos/shop.yaml',
    ])('leaves %s to others', async url => {
      await expect(read(url)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    });

    it('answers 304 to the commit that it told', async () => {
      const url = `${base}/shop/blob/main/slos/shop.yaml`;
      const { etag, lastModifiedAt } = await reader.readUrl(url);
      expect(etag).toBe(commit);
      expect(lastModifiedAt).toEqual(new Date('2026-11-20T10:00:00Z'));
      for (const options of [{ etag }, { lastModifiedAfter: lastModifiedAt }]) {
        await expect(reader.readUrl(url, options)).rejects.toMatchObject({
          name: 'NotModifiedError',
        });
      }
    });
  });

  describe('search', () => {
    const find = async (path: string) => {
      const { files } = await reader.search(`${base}/shop/${path}`);
      return files.map(({ url }) => url);
    };

    it.each([
      ['tree/main/slos/*.yaml', ['tree/main/slos/shop.yaml']],
      ['blob/main/slos/*.yaml', ['blob/main/slos/shop.yaml']],
      [
        'blob/golden-path/shop/**/*.yaml',
        [
          'blob/golden-path/shop/catalog-info.yaml',
          'blob/golden-path/shop/slos/deep/more.yaml',
          'blob/golden-path/shop/slos/shop.yaml',
        ],
      ],
      ['blob/main/docs/*', ['blob/main/docs/a%20name%20(1).md']],
      ['blob/main/catalog-info.yaml', ['blob/main/catalog-info.yaml']],
      ['blob/main/none/*.yaml', []],
      ['blob/main/none.yaml', []],
    ])('finds %s', async (path, expected) => {
      expect(await find(path)).toEqual(
        expected.map(one => `${base}/shop/${one}`),
      );
    });

    it('gives what it finds, at a commit', async () => {
      const { files, etag } = await reader.search(
        `${base}/shop/tree/main/slos/*.yaml`,
      );
      expect((await files[0].content()).toString()).toBe('service: shop\n');
      expect(etag).toBe(commit);
      await expect(
        reader.search(`${base}/shop/tree/main/slos/*.yaml`, { etag }),
      ).rejects.toMatchObject({ name: 'NotModifiedError' });
    });
  });

  describe('readTree', () => {
    it.each([
      ['shop/tree/main/', 7],
      ['shop/tree/main', 7],
      ['shop.git', 7],
      ['shop', 7],
      ['shop/tree/main/slos/', 3],
    ])('reads %s', async (path, count) => {
      const tree = await reader.readTree(`${base}/${path}`, {
        filter: name => !name.endsWith('link.yaml'),
      });
      expect(tree.etag).toBe(commit);
      expect(await tree.files()).toHaveLength(count);
    });

    it('unpacks a folder with its executable files, and no link that leads out', async () => {
      const tree = await reader.readTree(`${base}/shop/tree/main/`);
      const folder = await tree.dir({ targetDir: directory.resolve('out') });
      expect(await readFile(`${folder}/docs/a name (1).md`, 'utf8')).toBe(
        '# Ümlaut\n',
      );
      expect((await stat(`${folder}/bin/run.sh`)).mode & 0o100).toBe(0o100);
      expect(await readdir(`${folder}/slos`)).toEqual([
        'deep',
        'notes.txt',
        'shop.yaml',
      ]);
    });

    it('refuses a file', async () => {
      await expect(
        reader.readTree(`${base}/shop/tree/main/slos/shop.yaml`),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });
});
