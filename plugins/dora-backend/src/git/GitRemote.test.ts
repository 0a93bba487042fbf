import { parseRemote } from './GitRemote';

describe('parseRemote', () => {
  it.each([
    [
      'https://github.com/acme/gitops.git',
      'https',
      'https://github.com/acme/gitops.git',
    ],
    [
      'ssh://git@github.com:22/acme/gitops',
      'ssh',
      'ssh://git@github.com:22/acme/gitops',
    ],
    ['git@github.com:acme/gitops.git', 'ssh', 'git@github.com:acme/gitops.git'],
    ['git://git.example.com/gitops', 'git', 'git://git.example.com/gitops'],
    ['file:///srv/git%20ops.git', 'file', '/srv/git ops.git'],
    ['/srv/gitops.git', 'file', '/srv/gitops.git'],
    ['../gitops.git', 'file', expect.stringMatching(/^\/.*[^.]\/gitops\.git$/)],
  ])('reads %s', (text, protocol, address) => {
    expect(parseRemote(text)).toMatchObject({ protocol, address });
  });

  it('takes credentials out of the address', () => {
    expect(parseRemote('https://ann:p%40ss@git.example.com/gitops')).toEqual({
      display: 'https://git.example.com/gitops',
      address: 'https://git.example.com/gitops',
      protocol: 'https',
      credentials: { username: 'ann', password: 'p@ss' },
    });
  });

  it.each([
    '--upload-pack=touch /tmp/owned',
    '-u',
    'ext::sh -c touch% /tmp/owned',
    'fd::17',
    'ftp://example.com/gitops',
    'file://server/share/gitops.git',
    'ssh://-oProxyCommand=touch/x',
    'ssh://-oProxyCommand=x@host/x',
    '-oProxyCommand=x@host:path',
    'git@host:--upload-pack=x',
    'gitops',
    'acme/gitops',
    'https://',
    'https://example.com/\nx',
    '',
  ])('refuses %j', text => {
    expect(() => parseRemote(text)).toThrow(
      /^expected the https, http, ssh, git or file URL/,
    );
  });

  it('tells no password where it refuses', () => {
    expect(() => parseRemote('ftp://ann:s3cret@example.com/x')).toThrow(
      /got 'ftp:\/\/example\.com\/x'$/,
    );
  });
});
