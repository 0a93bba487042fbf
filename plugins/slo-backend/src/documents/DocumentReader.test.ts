import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { sloComponent } from '../__testUtils__/sloComponent';
import { DocumentReader } from './DocumentReader';
import { toSloEntity } from './SloEntity';

describe('DocumentReader', () => {
  const asked: string[] = [];
  const reader = new DocumentReader({
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({ integrations: { github: [{ host: 'github.com' }] } }),
    ),
    urlReader: {
      readUrl: async url => {
        asked.push(url);
        if (url.endsWith('gone.yaml')) {
          throw new NotFoundError(url);
        }
        return { buffer: async () => Buffer.from('service: a\n') };
      },
      search: async url => {
        asked.push(url);
        return { etag: '', files: [] };
      },
    } as Pick<UrlReaderService, 'readUrl' | 'search'> as UrlReaderService,
  });
  const read = (pattern: string, location?: string) =>
    reader.read(
      toSloEntity(
        sloComponent('api-service', {
          'golden-path.io/slo': pattern,
          ...(location && { 'backstage.io/source-location': location }),
        }),
      ),
      {},
    );
  beforeEach(() => {
    asked.length = 0;
  });

  it.each([
    ['slos/a.yaml', ['slos/a.yaml']],
    ['slos/*.yaml', ['slos/*.yaml']],
    ['slos/[ab]..yaml, b.yaml', ['slos/[ab]..yaml', 'b.yaml']],
  ])('reads %s', async (pattern, paths) => {
    await read(pattern);
    expect(asked).toEqual(
      paths.map(path => `https://github.com/acme/api-service/${path}`),
    );
  });

  it('names the paths and patterns without a file', async () => {
    await expect(read('a.yaml, gone.yaml, none/*.yaml')).resolves.toMatchObject(
      {
        documents: [{ file: 'a.yaml' }],
        unmatched: ['gone.yaml', 'none/*.yaml'],
      },
    );
  });

  it.each([
    '../other/slos/a.yaml',
    'slos/../../other/a.yaml',
    '%2e%2e/other/a.yaml',
    'slos/.%2E/%2e./other/a.yaml',
    '%252e%252e/other/a.yaml',
    '.\t./other/a.yaml',
    '..\\other\\a.yaml',
    'https://example.com/a.yaml',
    'file:///etc/passwd',
    '//example.com/a.yaml',
    'a.yaml?ref=other',
    'a.yaml#x',
  ])('refuses %j, which leads elsewhere', async pattern => {
    await expect(read(pattern)).rejects.toThrow(
      "leaves the entity's own sources; expected a path or glob below them",
    );
    expect(asked).toEqual([]);
  });

  it.each(['garbage', 'url:garbage', 'https://github.com/acme/api-service'])(
    'says what is wrong with the source location %s',
    async location => {
      await expect(read('a.yaml', location)).rejects.toThrow(
        "the entity's source location cannot be read",
      );
      expect(asked).toEqual([]);
    },
  );
});
