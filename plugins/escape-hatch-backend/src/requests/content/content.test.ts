import { mockServices } from '@backstage/backend-test-utils';
import type { RequestContent } from '@golden-path/backstage-plugin-escape-hatch-common';
import { readSettings } from '../../settings';
import { draft } from '../__testUtils__/HatchesUnderTest';
import { capOf } from './capOf';
import { changedFields } from './changedFields';
import { checkContent } from './checkContent';
import { editContent } from './editContent';
import { stagesFor } from './stagesFor';
import { toContent } from './toContent';

const settings = readSettings(
  mockServices.rootConfig({
    data: {
      escapeHatch: {
        timeZone: 'Europe/London',
        rules: [
          { id: 'probes', maxDays: 10, aliases: ['health-checks'] },
          {
            id: 'terraform-only',
            stages: {
              medium: [
                { id: 'one', title: 'One', approvers: ['group:default/a'] },
                { id: 'two', title: 'Two', approvers: ['owner'] },
              ],
            },
          },
        ],
      },
    },
  }),
);

const at = Date.parse;
const NOW = at('2026-11-24T12:00:00Z');

function content(fields: Partial<RequestContent> = {}): RequestContent {
  return { ...toContent(draft(), settings), ...fields };
}

describe('toContent', () => {
  it.each([
    // The end of a day is the next midnight in London, whose clocks change on 25 October 2026 and 28 March 2027.
    ['2026-11-30', '2026-12-01T00:00:00Z'],
    ['2026-10-24', '2026-10-24T23:00:00Z'],
    ['2026-10-25', '2026-10-26T00:00:00Z'],
    ['2027-03-27', '2027-03-28T00:00:00Z'],
    ['2027-03-28', '2027-03-28T23:00:00Z'],
    ['2026-11-30T12:00:00+02:00', '2026-11-30T10:00:00Z'],
  ])('ends %s at %s', (expiresAt, expected) => {
    expect(toContent({ ...draft(), expiresAt }, settings).expiresAt).toBe(
      expected,
    );
  });

  it.each([
    ['2026-12-01', '2026-12-01T00:00:00Z'],
    ['2026-10-25', '2026-10-24T23:00:00Z'],
    ['2027-03-29', '2027-03-28T23:00:00Z'],
  ])('starts %s at %s', (startsAt, expected) => {
    expect(toContent({ ...draft(), startsAt }, settings).startsAt).toBe(
      expected,
    );
  });

  it.each(['2026-02-30', '2026-13-01', 'tomorrow', '2026-11-30T25:00:00Z'])(
    'reads no time from %s',
    expiresAt => {
      expect(() => toContent({ ...draft(), expiresAt }, settings)).toThrow(
        `expiresAt: expected an instant such as 2026-11-30T12:00:00Z or a day such as 2026-11-30, got '${expiresAt}'`,
      );
    },
  );

  it('takes old names of rules, and each rule once', () => {
    const rules = ['health-checks', 'probes', 'no-such-rule'];
    expect(toContent({ ...draft(), rules }, settings).rules).toEqual([
      'probes',
      'no-such-rule',
    ]);
  });

  it('has no target where that names nothing', () => {
    const target = { environments: [], namespace: undefined };
    expect(toContent({ ...draft(), target }, settings)).not.toHaveProperty(
      'target',
    );
    expect(
      toContent({ ...draft(), target: { ...target, kind: 'Pod' } }, settings)
        .target,
    ).toEqual({ kind: 'Pod' });
  });
});

describe('editContent', () => {
  it('keeps what is left out, and takes away what is null', () => {
    const before = content({
      startsAt: '2026-12-01T00:00:00Z',
      target: { namespace: 'ml' },
    });
    const edit = { expectedVersion: 1, mitigations: 'Others.' };
    expect(editContent(before, edit, settings)).toEqual({
      ...before,
      mitigations: 'Others.',
    });
    const { startsAt, target, ...bare } = before;
    expect(
      editContent(
        before,
        { expectedVersion: 1, startsAt: null, target: null },
        settings,
      ),
    ).toEqual(bare);
  });

  it('replaces the whole target', () => {
    const before = content({ target: { namespace: 'ml', kind: 'Job' } });
    expect(
      editContent(
        before,
        { expectedVersion: 1, target: { cluster: 'eu-1' } },
        settings,
      ).target,
    ).toEqual({ cluster: 'eu-1' });
  });
});

describe('changedFields', () => {
  it.each<[string, Partial<RequestContent>, string[]]>([
    ['nothing', {}, []],
    ['a text', { mitigations: 'x' }, ['mitigations']],
    ['the order of rules', { rules: ['b', 'a'] }, ['rules']],
    ['a new start', { startsAt: '2026-12-01T00:00:00Z' }, ['startsAt']],
    [
      'the target',
      { target: { namespace: 'other', kind: 'Job' } },
      ['target.environments', 'target.kind', 'target.namespace'],
    ],
    [
      'no target',
      { target: undefined },
      ['target.environments', 'target.namespace'],
    ],
  ])('names %s', (_, change, expected) => {
    const before = content({
      rules: ['a', 'b'],
      target: { namespace: 'ml', environments: ['production'] },
    });
    expect(changedFields(before, { ...before, ...change })).toEqual(expected);
  });
});

describe('capOf', () => {
  it.each([
    // 92 days from 24 November: 6 in November, 31, 31, and 24 in February.
    ['today', {}, 92, '2027-02-24', '2027-02-25T00:00:00Z'],
    [
      'the asked start',
      { startsAt: '2026-12-01T00:00:00Z' },
      92,
      '2027-03-03',
      '2027-03-04T00:00:00Z',
    ],
    [
      'today, where the start has passed',
      { startsAt: '2026-11-01T00:00:00Z' },
      92,
      '2027-02-24',
      '2027-02-25T00:00:00Z',
    ],
    [
      'the rule with the smallest cap',
      { rules: ['privileged-container', 'probes'] },
      10,
      '2026-12-04',
      '2026-12-05T00:00:00Z',
    ],
  ])('counts from %s', (_, fields, days, lastDay, end) => {
    expect(capOf({ content: content(fields), settings, now: NOW })).toEqual({
      days,
      lastDay,
      end: at(end),
    });
  });

  it('ends in summer where the days cross the change of clocks', () => {
    expect(
      capOf({ content: content(), settings, now: at('2027-01-10T23:30:00Z') }),
    ).toEqual({
      days: 92,
      lastDay: '2027-04-12',
      end: at('2027-04-12T23:00:00Z'),
    });
  });

  it('knows none where no rule exists', () => {
    expect(
      capOf({ content: content({ rules: ['none'] }), settings, now: NOW }),
    ).toBeUndefined();
  });
});

describe('checkContent', () => {
  const guardsOf = (fields: Partial<RequestContent>, now = NOW) =>
    checkContent({ content: content(fields), settings, now }).map(
      ({ guard, field }) => `${guard} ${field}`,
    );

  it.each<[string, Partial<RequestContent>, string[]]>([
    ['a whole one', {}, []],
    ['no rule', { rules: [] }, ['field-missing rules']],
    [
      'rules that are not or may not be left',
      { rules: ['privileged-container', 'none', 'default-deny-network'] },
      ['unknown-rule rules[1]', 'rule-not-waivable rules[2]'],
    ],
    [
      'blanks',
      { justification: ' ', riskAssessment: '\n', mitigations: '' },
      [
        'field-missing justification',
        'field-missing riskAssessment',
        'field-missing mitigations',
      ],
    ],
    [
      'an end now',
      { expiresAt: '2026-11-24T12:00:00Z' },
      ['expiry-in-past expiresAt'],
    ],
    ['an end in a second', { expiresAt: '2026-11-24T12:00:01Z' }, []],
    ['the last end', { expiresAt: '2027-02-25T00:00:00Z' }, []],
    [
      'a second more',
      { expiresAt: '2027-02-25T00:00:01Z' },
      ['expiry-beyond-cap expiresAt'],
    ],
    [
      'a start at the end',
      { startsAt: '2026-12-01T00:00:00Z', expiresAt: '2026-12-01T00:00:00Z' },
      ['start-after-expiry startsAt'],
    ],
    [
      'a rule of 10 days',
      { rules: ['probes'], expiresAt: '2026-12-05T00:00:01Z' },
      ['expiry-beyond-cap expiresAt'],
    ],
  ])('finds in %s what is wrong', (_, fields, expected) => {
    expect(guardsOf(fields)).toEqual(expected);
  });

  it('names what was expected', () => {
    const problems = checkContent({
      content: content({ expiresAt: '2027-06-01T00:00:00Z' }),
      settings,
      now: NOW,
    });
    expect(problems).toEqual([
      {
        guard: 'expiry-beyond-cap',
        field: 'expiresAt',
        message:
          'the last day that 92 days allow is 2027-02-24 (Europe/London), got 2027-06-01T00:00:00Z',
      },
    ]);
  });
});

describe('stagesFor', () => {
  const first = { chainLength: 1, chainSince: null };
  const idsOf = (
    fields: Partial<RequestContent>,
    chain: { chainLength: number; chainSince: number | null } = first,
  ) =>
    stagesFor({ content: content(fields), chain, settings }).map(
      ({ id, approvers }) => `${id}: ${approvers}`,
    );

  it.each<[string, Partial<RequestContent>, string[]]>([
    ['medium risk', {}, ['platform: group:default/platform-team']],
    [
      'high risk',
      { riskLevel: 'high' },
      [
        'owner: owner',
        'platform: group:default/platform-team',
        'security: group:default/security-team',
      ],
    ],
    [
      'the longest list of several rules',
      { rules: ['probes', 'terraform-only'] },
      ['one: group:default/a', 'two: owner'],
    ],
  ])('needs for %s', (_, fields, expected) => {
    expect(idsOf(fields)).toEqual(expected);
  });

  it('needs one more of the fourth of a chain', () => {
    const since = at('2026-09-01T00:00:00Z');
    expect(idsOf({}, { chainLength: 3, chainSince: since })).toHaveLength(1);
    expect(idsOf({}, { chainLength: 4, chainSince: since })).toEqual([
      'platform: group:default/platform-team',
      'long-running: group:default/security-team',
    ]);
  });

  it('needs one more of a chain beyond twelve months', () => {
    const expiresAt = '2027-01-01T00:00:00Z';
    const chain = (since: string) => ({
      chainLength: 2,
      chainSince: at(since),
    });
    expect(idsOf({ expiresAt }, chain('2026-01-01T00:00:00Z'))).toHaveLength(1);
    expect(
      idsOf({ expiresAt, riskLevel: 'high' }, chain('2025-12-31T23:59:59Z')),
    ).toEqual([
      'owner: owner',
      'platform: group:default/platform-team',
      'security: group:default/security-team',
      // Security has a stage already.
      'long-running: group:default/platform-team',
    ]);
  });
});
