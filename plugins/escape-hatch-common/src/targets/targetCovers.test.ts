import { targetCovers } from './targetCovers';

describe('targetCovers', () => {
  it.each([
    ['nothing named, nothing asked', undefined, undefined, undefined, true],
    ['nothing named', undefined, { namespace: 'ml' }, 'production', true],
    ['the same', { namespace: 'ml' }, { namespace: 'ml' }, undefined, true],
    ['another', { namespace: 'ml' }, { namespace: 'web' }, undefined, false],
    [
      'more named than asked',
      { namespace: 'ml', name: 'x' },
      { namespace: 'ml' },
      undefined,
      false,
    ],
    [
      'named, but nothing asked',
      { cluster: 'eu' },
      undefined,
      'production',
      false,
    ],
    [
      'its environment',
      { environments: ['staging'] },
      undefined,
      'staging',
      true,
    ],
    [
      'another environment',
      { environments: ['staging'] },
      undefined,
      'production',
      false,
    ],
    [
      'an environment, but none asked',
      { environments: ['staging'] },
      undefined,
      undefined,
      false,
    ],
    [
      'its vulnerability',
      { vulnerabilities: ['CVE-2026-1111', 'CVE-2026-2222'] },
      { vulnerabilities: ['CVE-2026-2222'] },
      undefined,
      true,
    ],
    [
      'a further vulnerability',
      { vulnerabilities: ['CVE-2026-1111'] },
      { vulnerabilities: ['CVE-2026-1111', 'CVE-2026-3333'] },
      undefined,
      false,
    ],
    [
      'a vulnerability, but none asked',
      { vulnerabilities: ['CVE-2026-1111'] },
      undefined,
      undefined,
      false,
    ],
  ])('%s', (_, hatch, asked, environment, covers) => {
    expect(targetCovers({ hatch, asked, environment })).toBe(covers);
  });
});
