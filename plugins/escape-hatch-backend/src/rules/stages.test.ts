import { testSettings } from '../__testUtils__/testSettings';
import { capDays } from './capDays';
import { latestEnd } from './latestEnd';
import { longRunningStage } from './longRunningStage';
import { resolveRule } from './resolveRule';
import { stagesOf } from './stagesOf';

const stage = (id: string) => ({ id, title: id, approvers: [id] });

const settings = testSettings({
  rules: [
    { id: 'probes', maxDays: 30, stages: { low: [stage('sre'), stage('b')] } },
    { id: 'drift-detection', stages: { low: [stage('ops'), stage('c')] } },
    { id: 'read-only-root', maxDays: 60, aliases: ['ro-root', 'rofs'] },
  ],
});
const rules = (...ids: string[]) => ids.map(id => settings.rules.get(id)!);

describe('the stages of several rules', () => {
  it.each([
    [['read-only-root'], 'low', ['platform']],
    [['read-only-root', 'probes'], 'low', ['sre', 'b']],
    [['probes', 'read-only-root'], 'low', ['sre', 'b']],
    [['probes', 'drift-detection'], 'low', ['ops', 'c']],
    [['drift-detection', 'probes'], 'low', ['ops', 'c']],
    [['probes', 'read-only-root'], 'high', ['owner', 'platform', 'security']],
  ] as const)('%j at %s risk: %j', (ids, riskLevel, expected) => {
    expect(
      stagesOf({ rules: rules(...ids), riskLevel }).map(({ id }) => id),
    ).toEqual(expected);
  });

  it('has the smallest cap', () => {
    expect(capDays(rules('read-only-root', 'probes', 'slo-required'))).toBe(30);
  });

  it('knows rules by old ids', () => {
    expect(resolveRule(settings, 'rofs')?.id).toBe('read-only-root');
    expect(resolveRule(settings, 'probes')?.id).toBe('probes');
    expect(resolveRule(settings, 'none')).toBeUndefined();
  });
});

describe('the latest end', () => {
  it.each`
    from                      | days  | zone               | lastDay         | end
    ${'2026-11-24T19:00:00Z'} | ${92} | ${'UTC'}           | ${'2027-02-24'} | ${'2027-02-25T00:00:00Z'}
    ${'2026-07-01T23:30:00Z'} | ${1}  | ${'Europe/London'} | ${'2026-07-03'} | ${'2026-07-03T23:00:00Z'}
    ${'2026-10-20T12:00:00Z'} | ${5}  | ${'Europe/London'} | ${'2026-10-25'} | ${'2026-10-26T00:00:00Z'}
    ${'2026-03-28T12:00:00Z'} | ${1}  | ${'Europe/London'} | ${'2026-03-29'} | ${'2026-03-29T23:00:00Z'}
  `(
    '$days days from $from in $zone: $lastDay',
    ({ from, days, zone, lastDay, end }) => {
      expect(
        latestEnd({ from: Date.parse(from), days, timeZone: zone }),
      ).toEqual({ lastDay, end: Date.parse(end) });
    },
  );
});

describe('the stage of long chains', () => {
  const since = Date.parse('2026-01-01T00:00:00Z');
  const year = Date.parse('2027-01-01T00:00:00Z');
  const long = (options: {
    chainLength: number;
    chainSince: number | null;
    expiresAt: number;
    riskLevel?: 'low' | 'high';
  }) =>
    longRunningStage({
      ...options,
      settings,
      stages: stagesOf({
        rules: rules('slo-required'),
        riskLevel: options.riskLevel ?? 'low',
      }),
    });

  it.each`
    chainLength | chainSince | expiresAt   | needed   | why
    ${1}        | ${null}    | ${year}     | ${false} | ${'a first one'}
    ${3}        | ${since}   | ${year}     | ${false} | ${'12 months, not more'}
    ${2}        | ${since}   | ${year + 1} | ${true}  | ${'more than 12 months'}
    ${4}        | ${year}    | ${year + 1} | ${true}  | ${'the fourth'}
  `('$why: $needed', ({ needed, ...options }) => {
    expect(long(options) !== undefined).toBe(needed);
  });

  it('is decided by security, or by the admins where security decides already', () => {
    const options = { chainLength: 4, chainSince: since, expiresAt: year };
    expect(long(options)).toMatchObject({
      id: 'long-running',
      title: 'Long-running exception',
      approvers: ['group:default/security-team'],
    });
    expect(long({ ...options, riskLevel: 'high' })?.approvers).toEqual([
      'group:default/platform-team',
    ]);
  });
});
