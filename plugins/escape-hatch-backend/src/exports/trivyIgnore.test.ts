import type { ActiveHatch } from './ActiveHatch';
import { trivyIgnore } from './trivyIgnore';

const hatch = (change: Partial<ActiveHatch>): ActiveHatch => ({
  id: 'a',
  number: 9,
  entityRef: 'component:default/signon',
  entityUid: 'uid',
  rules: ['image-scan-critical'],
  target: { vulnerabilities: ['CVE-2026-2222', 'CVE-2026-1111'] },
  activeFrom: 0,
  expiresAt: Date.parse('2026-12-03T00:00:00Z'),
  lastUsedAt: null,
  ...change,
});

const idsOf = (hatches: ActiveHatch[], filter = {}) =>
  trivyIgnore({
    snapshot: { hatches, validUntil: 0 },
    filter,
    scanned: rule => rule === 'image-scan-critical',
  }).vulnerabilities;

describe('trivyIgnore', () => {
  it('names what is accepted until the day that its end lies in', () => {
    const until = (expiresAt: string) =>
      idsOf([hatch({ expiresAt: Date.parse(expiresAt) })])[0];
    const statement = 'Escape hatch #9 of component:default/signon (a)';
    expect(until('2026-12-03T00:00:00Z')).toEqual({
      id: 'CVE-2026-1111',
      expired_at: '2026-12-03',
      statement,
    });
    expect(until('2026-12-03T23:59:59Z')).toMatchObject({
      expired_at: '2026-12-03',
    });
  });

  it.each([
    ['another rule', hatch({ rules: ['probes'] }), {}],
    ['no vulnerability', hatch({ target: {} }), {}],
    ['another service', hatch({}), { entityRef: 'component:default/release' }],
    [
      'an environment that is not asked for',
      hatch({
        target: {
          vulnerabilities: ['CVE-2026-1111'],
          environments: ['staging'],
        },
      }),
      {},
    ],
  ])('is empty for %s', (_, it_, filter) => {
    expect(idsOf([it_], filter)).toEqual([]);
  });
});
