import { targetsMeet } from './targetsMeet';

describe('targetsMeet', () => {
  it.each([
    ['everywhere and somewhere', undefined, { namespace: 'ml' }, true],
    ['different fields', { cluster: 'eu' }, { namespace: 'ml' }, true],
    ['one field, one value', { namespace: 'ml' }, { namespace: 'ml' }, true],
    ['one field, two values', { namespace: 'ml' }, { namespace: 'web' }, false],
    [
      'one field of two differs',
      { namespace: 'ml', kind: 'Job' },
      { namespace: 'ml', kind: 'Deployment' },
      false,
    ],
    [
      'a common environment',
      { environments: ['staging', 'test'] },
      { environments: ['test', 'production'] },
      true,
    ],
    [
      'no common environment',
      { environments: ['staging'] },
      { environments: ['production'] },
      false,
    ],
    [
      'all environments and one',
      { environments: [] },
      { environments: ['production'] },
      true,
    ],
    [
      'no common vulnerability',
      { vulnerabilities: ['CVE-2026-1111'] },
      { vulnerabilities: ['CVE-2026-2222'] },
      false,
    ],
  ])('%s', (_, one, other, meet) => {
    expect(targetsMeet(one, other)).toBe(meet);
    expect(targetsMeet(other, one)).toBe(meet);
  });
});
