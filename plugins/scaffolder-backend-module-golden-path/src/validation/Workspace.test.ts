import { Workspace } from './Workspace';

const workspace = (...paths: string[]) =>
  new Workspace({
    files: paths.map(path => ({ path, content: '' })),
    service: 'orders-api',
    gitops: 'gitops',
  });

describe('Workspace', () => {
  it.each([
    '../a',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    './a',
    'a/.',
    'a\\b',
    'a\0',
    '',
    'orders-api/',
  ])('refuses the path %j', path => {
    expect(() => workspace(path)).toThrow(
      /^Expected a path inside the workspace such as 'orders-api\/Dockerfile', got '/,
    );
    expect(() => new Workspace({ files: [], service: path })).toThrow(
      'Expected a path',
    );
  });

  it('refuses too many files', () => {
    expect(() =>
      workspace(...Array.from({ length: 5_001 }, (_, index) => `a${index}`)),
    ).toThrow('Expected at most 5000 files to check, got 5001');
  });

  it('refuses too much text', () => {
    const content = 'x'.repeat(2 ** 23);
    const files = Array.from({ length: 9 }, (_, index) => ({
      path: `orders-api/${index}`,
      content,
    }));
    expect(() => new Workspace({ files, service: 'orders-api' })).toThrow(
      'Expected files of at most 67108864 characters in all, got 75497472',
    );
  });

  it('knows what is below its folders, by path', () => {
    const paths = workspace(
      'orders-api/b',
      'gitops/a',
      'orders-api-2/c',
      'other',
      'orders-api/a',
    )
      .files()
      .map(({ path }) => path);
    expect(paths).toEqual(['gitops/a', 'orders-api/a', 'orders-api/b']);
  });

  it('takes templates of charts for no YAML', () => {
    const paths = workspace(
      'orders-api/charts/a/Chart.yaml',
      'orders-api/charts/a/templates/b.yaml',
      'orders-api/charts/a/templates/tests/c.yaml',
      'orders-api/templates/d.yaml',
      'orders-api/e.yml',
      'orders-api/f.yaml.txt',
    )
      .yamlFiles()
      .map(({ path }) => path);
    expect(paths).toEqual([
      'orders-api/charts/a/Chart.yaml',
      'orders-api/e.yml',
      'orders-api/templates/d.yaml',
    ]);
  });
});
