import { TestDatabases } from '@backstage/backend-test-utils';
import { sloComponent } from './__testUtils__/sloComponent';
import { startSloBackend } from './__testUtils__/startSloBackend';

jest.setTimeout(60_000);

const PATHS = [
  '/slos',
  '/slos/x',
  '/slos/x/history',
  '/slos/x/episodes',
  '/slos/x/policy-history',
  '/entities/component/default/api-service/budget',
  '/openapi.json',
];

describe('malformed requests', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let backend: Awaited<ReturnType<typeof startSloBackend>>;

  beforeAll(async () => {
    backend = await startSloBackend({
      knex: await databases.init('SQLITE_3'),
      files: {},
      entities: [sloComponent('api-service')],
    });
  });
  afterAll(() => backend?.stop());

  it.each(PATHS)('%s wants credentials', async path => {
    const answer = await backend.get(path, {
      authorization: 'Bearer nonsense',
    });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['/slos?limit=0', /limit/],
    ['/slos?limit=501', /limit/],
    ['/slos?limit=many', /limit/],
    ['/slos?cursor=%00', /NUL/],
    ['/slos?cursor=zzz', /cursor/],
    ['/slos?entityRef=api-service', /entityRef.*full entity ref/],
    ['/slos?entityRef=a&entityRef=b', /entityRef/],
    ['/slos?state=perfect', /state/],
    ['/slos?unknown=1', /^unknown: unknown in the query$/],
    ['/slos/x?unknown=1', /^unknown: unknown in the query$/],
    ['/openapi.json?unknown=1', /^unknown: unknown in the query$/],
    [
      '/entities/component/default/x/budget?unknown=1',
      /^unknown: unknown in the query$/,
    ],
    ['/slos/x/history?points=1', /points/],
    ['/slos/x/history?points=721', /points/],
    ['/slos/x/history?from=yesterday', /from/],
    ['/slos/x/history?mode=backwards', /mode/],
    ['/slos/x/history?generation=-1', /generation/],
  ])('%s is refused by name', async (path, message) => {
    const answer = await backend.get(path);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
  });

  it.each([
    ['/slos/%00', 400],
    ['/slos/nothing', 404],
    ['/slos/%F0%9F%92%A5/history', 404],
    ['/entities/component/default/nothing/budget', 404],
    ['/entities/a:b/..%2f/%27/budget', 404],
    ['/nothing', 404],
  ])('%s answers %d', async (path, status) => {
    expect((await backend.get(path)).status).toBe(status);
  });

  const sample = {
    start: '2026-01-01T00:00:00Z',
    seconds: 60,
    good: 1,
    total: 1,
  };
  it.each<[string, object, RegExp]>([
    ['no samples', { samples: [] }, /samples/],
    ['no list', { samples: 'all' }, /samples/],
    [
      'an unknown field',
      { samples: [sample], extra: 1 },
      /^extra: unknown in the body$/,
    ],
    [
      'an unknown field of a sample',
      { samples: [sample, { ...sample, bad: 1 }] },
      /^samples\[1\]\.bad: unknown in the body$/,
    ],
    [
      'a negative number',
      { samples: [{ ...sample, good: -1 }] },
      /samples\[0\]\.good/,
    ],
    [
      'a width that does not divide an hour',
      { samples: [sample, { ...sample, seconds: 7 }] },
      /samples\[1\]\.seconds.*3600/,
    ],
    [
      'a day that does not exist',
      { samples: [{ ...sample, start: '2026-02-30T00:00:00Z' }] },
      /samples\[0\]\.start/,
    ],
    [
      'more than can be counted',
      { samples: [{ ...sample, total: 1e300 }] },
      /samples\[0\]\.total/,
    ],
    [
      'a NUL character',
      { samples: [{ ...sample, start: '2026\u0000' }] },
      /NUL/,
    ],
  ])('samples with %s are refused by name', async (_, body, message) => {
    const answer = await backend.post('/slos/x/samples', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
  });

  it('a body that is too large is 413', async () => {
    const answer = await backend.post('/slos/x/samples', {
      samples: [{ ...sample, start: 'x'.repeat(3_000_000) }],
    });
    expect(answer.status).toBe(413);
    expect(answer.body.error.message).toBe(
      'body: expected at most 2097152 bytes',
    );
  });

  it.each([
    ['{"secret', 'application/json', 'body: expected valid JSON'],
    [
      'samples=1',
      'application/x-www-form-urlencoded',
      'body: expected content type application/json, got application/x-www-form-urlencoded',
    ],
  ])('%s as %s is refused and not repeated', async (text, type, message) => {
    const answer = await backend
      .post('/slos/x/samples', text)
      .set('content-type', type);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe(message);
  });

  it('a body nested a hundred thousand levels deep is refused', async () => {
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const answer = await backend
      .post('/validate', `{"documents":${nested}}`)
      .set('content-type', 'application/json');
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(/documents\[0\]/);
  });

  it('a document that writes an escape for NUL gets its problem named', async () => {
    const content = 'service: "a\\u0000"\nslos: []\n';
    const answer = await backend.post('/validate', {
      documents: [{ file: 'a.yaml', content }],
    });
    expect(answer.status).toBe(200);
    expect(answer.body.problems[0]).toMatchObject({ file: 'a.yaml', line: 1 });
  });

  it('samples of a user for what is not there are 404', async () => {
    const answer = await backend.post(
      '/slos/nothing/samples',
      { samples: [sample] },
      backend.user,
    );
    expect(answer.status).toBe(404);
  });

  it('bombs are validated quickly', async () => {
    const answer = await backend.post('/validate', {
      documents: [
        { file: 'deep.yaml', content: '['.repeat(10_000) },
        { file: 'large.yaml', content: 'x'.repeat(5_000_000) },
        {
          file: 'aliases.yaml',
          content: `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
            .split('')
            .map(
              (name, index) =>
                `${name}: &${name} [${Array(9)
                  .fill(`*${'abcdefghij'[index]}`)
                  .join(', ')}]\n`,
            )
            .join('')}`,
        },
      ],
    });
    expect(answer.status).toBe(200);
    expect(answer.body.valid).toBe(false);
    expect(
      new Set(answer.body.problems.map(({ file }: { file: string }) => file)),
    ).toEqual(new Set(['deep.yaml', 'large.yaml', 'aliases.yaml']));
  });
});
