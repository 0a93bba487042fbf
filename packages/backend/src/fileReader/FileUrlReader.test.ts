import { symlink, utimes } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { FileRoots } from './FileRoots';
import { FileUrlReader } from './FileUrlReader';

const directory = createMockDirectory();

/** The text of a URL, kept as it is: `pathToFileURL` would already resolve `..`. */
const url = (path: string) => `${pathToFileURL(directory.path).href}/${path}`;

const reader = () =>
  new FileUrlReader({ roots: new FileRoots([directory.resolve('root')]) });

beforeEach(async () => {
  directory.setContent({
    'root/service/slos/a.yaml': 'a',
    'root/service/slos/b.yaml': 'b',
    'root/service/slos/.hidden.yaml': 'hidden',
    'root/service/slos/deep/c.yaml': 'c',
    'root/service/notes.txt': 'notes',
    'root/service (copy)/slos/d.yaml': 'd',
    'root/large.yaml': Buffer.alloc(10 * 1024 * 1024 + 1),
    'root-sibling/secret.yaml': 'secret',
    'outside/secret.yaml': 'secret',
  });
  await symlink(directory.resolve('outside'), directory.resolve('root/out'));
  await symlink(
    directory.resolve('outside/secret.yaml'),
    directory.resolve('root/secret.yaml'),
  );
  await symlink(
    directory.resolve('root/service/slos/a.yaml'),
    directory.resolve('root/inside.yaml'),
  );
});

describe('FileUrlReader', () => {
  describe('readUrl', () => {
    it.each([
      ['a file', 'root/service/slos/a.yaml', 'a'],
      [
        'a path with dots that stay inside',
        'root/x/../service/notes.txt',
        'notes',
      ],
      ['a link that stays inside', 'root/inside.yaml', 'a'],
      ['an encoded name', 'root/service%20(copy)/slos/d.yaml', 'd'],
    ])('reads %s', async (_, path, expected) => {
      const response = await reader().readUrl(url(path));
      expect((await response.buffer()).toString()).toBe(expected);
    });

    it.each([
      ['a folder outside', 'outside/secret.yaml', 'NotAllowedError'],
      [
        'a folder that starts like the root',
        'root-sibling/secret.yaml',
        'NotAllowedError',
      ],
      ['dots', 'root/../outside/secret.yaml', 'NotAllowedError'],
      ['encoded dots', 'root/%2e%2e/outside/secret.yaml', 'NotAllowedError'],
      ['an encoded slash', 'root/..%2foutside/secret.yaml', 'InputError'],
      ['a linked file', 'root/secret.yaml', 'NotAllowedError'],
      ['a linked folder', 'root/out/secret.yaml', 'NotAllowedError'],
      [
        'dots behind a linked folder',
        'root/out/../outside/secret.yaml',
        'NotFoundError',
      ],
      [
        'a file outside that does not exist',
        'outside/nothing',
        'NotAllowedError',
      ],
      ['a null byte', 'root/service/notes.txt%00.yaml', 'InputError'],
      ['a query', 'root/service/slos/a.yaml?x=1', 'InputError'],
      ['no file', 'root/nothing.yaml', 'NotFoundError'],
      ['a folder', 'root/service', 'InputError'],
      ['a large file', 'root/large.yaml', 'InputError'],
    ])('refuses %s', async (_, path, name) => {
      await expect(reader().readUrl(url(path))).rejects.toMatchObject({ name });
    });

    it('refuses a host', async () => {
      await expect(
        reader().readUrl('file://example.com/etc/passwd'),
      ).rejects.toMatchObject({ name: 'InputError' });
    });

    it('answers 304 to an etag until the content changes', async () => {
      const file = url('root/service/slos/a.yaml');
      const { etag } = await reader().readUrl(file);

      await expect(reader().readUrl(file, { etag })).rejects.toMatchObject({
        name: 'NotModifiedError',
      });
      directory.addContent({ 'root/service/slos/a.yaml': 'changed' });
      const response = await reader().readUrl(file, { etag });
      expect((await response.buffer()).toString()).toBe('changed');
    });

    it('answers 304 to a date that the file has not changed since', async () => {
      const file = url('root/service/slos/a.yaml');
      const changedAt = new Date('2026-03-01T12:00:00Z');
      await utimes(
        directory.resolve('root/service/slos/a.yaml'),
        changedAt,
        changedAt,
      );

      const read = (at: string) =>
        reader().readUrl(file, { lastModifiedAfter: new Date(at) });
      await expect(read('2026-03-01T12:00:01Z')).rejects.toMatchObject({
        name: 'NotModifiedError',
      });
      await expect(read('2026-03-01T11:59:59Z')).resolves.toMatchObject({
        lastModifiedAt: changedAt,
      });
    });
  });

  describe('search', () => {
    it.each([
      ['one folder', 'root/service/slos/*.yaml', ['a', 'b']],
      ['several folders', 'root/service/slos/**/*.yaml', ['a', 'b', 'c']],
      ['a folder of any name', 'root/*/slos/*.yaml', ['d', 'a', 'b']],
      ['a list', 'root/service/slos/{a,b}.yaml', ['a', 'b']],
      ['a folder with brackets', 'root/service (copy)/slos/d.yaml', ['d']],
      ['a path without a pattern', 'root/service/notes.txt', ['notes']],
      ['a path to nothing', 'root/service/nothing.yaml', []],
      ['a pattern in no folder', 'root/nowhere/*.yaml', []],
      ['a pattern of nothing', 'root/service/*.yaml', []],
    ])('finds %s', async (_, path, expected) => {
      const { files } = await reader().search(url(path));
      const contents = await Promise.all(files.map(file => file.content()));
      expect(contents.map(String)).toEqual(expected);
    });

    it('names what it finds by URL', async () => {
      const { files } = await reader().search(url('root/service/slos/*.yaml'));
      expect(files.map(file => file.url)).toEqual([
        url('root/service/slos/a.yaml'),
        url('root/service/slos/b.yaml'),
      ]);
    });

    it.each([
      ['in a folder outside', 'outside/*.yaml'],
      ['behind dots', 'root/../outside/*.yaml'],
      ['behind dots in a list', 'root/{service,../outside}/secret.yaml'],
      ['in a linked folder', 'root/out/*.yaml'],
      ['of a linked file', 'root/sec*.yaml'],
    ])('finds no secret %s', async (_, path) => {
      const found = await reader()
        .search(url(path))
        .then(
          ({ files }) => files.map(file => file.url),
          error => error.name,
        );
      expect([[], 'NotAllowedError']).toContainEqual(found);
    });

    it('answers 304 to an etag until a file is added', async () => {
      const pattern = url('root/service/slos/*.yaml');
      const { etag } = await reader().search(pattern);

      await expect(reader().search(pattern, { etag })).rejects.toMatchObject({
        name: 'NotModifiedError',
      });
      directory.addContent({ 'root/service/slos/e.yaml': 'e' });
      const { files } = await reader().search(pattern, { etag });
      expect(files).toHaveLength(3);
    });

    it('refuses a pattern of more than 1000 files', async () => {
      directory.addContent(
        Object.fromEntries(
          Array.from({ length: 1001 }, (_, i) => [`root/many/${i}.yaml`, '']),
        ),
      );
      await expect(reader().search(url('root/many/*.yaml'))).rejects.toThrow(
        'matches 1001 files; at most 1000 are read',
      );
    });
  });

  it('does not read folders', async () => {
    await expect(reader().readTree(url('root'))).rejects.toMatchObject({
      name: 'NotImplementedError',
    });
  });
});
