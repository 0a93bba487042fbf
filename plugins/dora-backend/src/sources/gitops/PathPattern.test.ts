import { PathPattern } from './PathPattern';
import { parseValuePath } from './parseValuePath';

describe('PathPattern', () => {
  it.each([
    [
      'environments/<environment>/<service>/values.yaml',
      ':(top,glob)environments/*/*/values.yaml',
      'environments/production/support/values.yaml',
      { environment: 'production', service: 'support' },
    ],
    [
      'charts/app-config/image-tags/<environment>/<service>',
      ':(top,glob)charts/app-config/image-tags/*/*',
      'charts/app-config/image-tags/staging/sign-on',
      { environment: 'staging', service: 'sign-on' },
    ],
    [
      'apps/<service>/values-<environment>.y*ml',
      ':(top,glob)apps/*/values-*.y*ml',
      'apps/support/values-production.yaml',
      { environment: 'production', service: 'support' },
    ],
    [
      '**/<service>/<environment>.yaml',
      ':(top,glob)**/*/*.yaml',
      'a/b/support/production.yaml',
      { environment: 'production', service: 'support' },
    ],
    [
      '<environment>/[x]+(a)/<service>.yaml',
      ':(top,glob)*/\\[x\\]+(a)/*.yaml',
      'production/[x]+(a)/support.yaml',
      { environment: 'production', service: 'support' },
    ],
  ])('matches %s', (pattern, pathspec, path, place) => {
    const compiled = new PathPattern(pattern);
    expect(compiled.pathspec).toBe(pathspec);
    expect(compiled.match(path)).toEqual(place);
  });

  it.each([
    'environments/production/support/deep/values.yaml',
    'environments/production/values.yaml',
    'x/environments/production/support/values.yaml',
    'environments/production/support/values.yaml.bak',
    'environments//support/values.yaml',
  ])('does not match %s', path => {
    const pattern = new PathPattern(
      'environments/<environment>/<service>/values.yaml',
    );
    expect(pattern.match(path)).toBeUndefined();
  });

  it.each([
    ['--upload-pack=<environment>/<service>', 'begins with a dash'],
    ['environments/<environment>/values.yaml', 'each once'],
    ['<environment>/<environment>/<service>', 'each once'],
    ['<environment>/<service>/<cluster>', "got '<cluster>'"],
    ['<environment><service>.yaml', 'with something between them'],
    ['../<environment>/<service>', 'within the repository'],
    ['/<environment>/<service>', 'within the repository'],
    ['', 'within the repository'],
  ])('refuses %j', (pattern, message) => {
    expect(() => new PathPattern(pattern)).toThrow(message);
  });
});

describe('parseValuePath', () => {
  it.each([
    ['image_tag', ['image_tag']],
    ['image.tag', ['image', 'tag']],
    ['images[0].newTag', ['images', 0, 'newTag']],
    ['["app.kubernetes.io/version"].x', ['app.kubernetes.io/version', 'x']],
    ['a["b.c"][2]', ['a', 'b.c', 2]],
  ])('reads %s', (text, keys) => {
    expect(parseValuePath(text)).toEqual(keys);
  });

  it.each(['', '.', 'a.', 'a..b', 'a[b]', 'a[0', '"a"'])('refuses %j', text => {
    expect(() => parseValuePath(text)).toThrow('expected the path of a value');
  });
});
