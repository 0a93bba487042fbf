import { repositoryKey } from './repositoryKey';

describe('repositoryKey', () => {
  it.each([
    ['https://github.com/acme/x', 'github.com/acme/x'],
    ['https://GitHub.com/Acme/X/', 'github.com/Acme/X'],
    ['https://github.com/acme/x.git', 'github.com/acme/x'],
    ['https://user:secret@github.com/acme/x.git', 'github.com/acme/x'],
    ['https://github.com/acme/x/tree/main/services/a', 'github.com/acme/x'],
    [
      'https://github.com/acme/x/blob/main/catalog-info.yaml',
      'github.com/acme/x',
    ],
    ['git@github.com:acme/x.git', 'github.com/acme/x'],
    ['ssh://git@github.com:22/acme/x.git', 'github.com/acme/x'],
    ['https://gitlab.com/g/sub/x/-/tree/main/a', 'gitlab.com/g/sub/x'],
    ['https://bitbucket.org/ws/x/src/main/a/', 'bitbucket.org/ws/x'],
    [
      'https://dev.azure.com/org/proj/_git/x?path=/a',
      'dev.azure.com/org/proj/_git/x',
    ],
    ['http://localhost:3000/git/x.git', 'localhost:3000/git/x'],
    ['file:///srv/x.git', 'file/srv/x'],
    ['file:///srv/x/', 'file/srv/x'],
  ])('%s is %s', (url, key) => {
    expect(repositoryKey(url)).toBe(key);
  });

  it.each([
    '',
    'garbage',
    'acme/x',
    '--upload-pack=x',
    'https://',
    'https://github.com/',
    'https://github.com/acme',
    'file:///',
    'data:text/html,a/b',
  ])('%p is none', url => {
    expect(repositoryKey(url)).toBeUndefined();
  });
});
