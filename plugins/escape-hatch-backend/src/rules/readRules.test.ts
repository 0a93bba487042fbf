import type { JsonObject } from '@backstage/types';
import { testSettings } from '../__testUtils__/testSettings';

const ADMINS = 'group:default/platform-team';
const SECURITY = 'group:default/security-team';

const rulesOf = (escapeHatch?: JsonObject) => testSettings(escapeHatch).rules;

describe('rules', () => {
  it('ships those of the golden path', () => {
    const rules = rulesOf();
    expect([...rules.keys()]).toEqual([
      'resource-limits',
      'probes',
      'privileged-container',
      'default-deny-network',
      'image-scan-critical',
      'read-only-root',
      'security-context',
      'image-source',
      'terraform-only',
      'slo-required',
      'error-budget-freeze',
      'drift-detection',
    ]);
    const where = (key: 'waivable' | 'vulnerabilities') =>
      [...rules.values()].filter(rule => rule[key]).map(({ id }) => id);
    expect(
      [...rules.keys()].filter(id => !where('waivable').includes(id)),
    ).toEqual(['default-deny-network']);
    expect(where('vulnerabilities')).toEqual(['image-scan-critical']);
    expect(rules.get('resource-limits')).toMatchObject({
      maxDays: 92,
      aliases: [],
      policies: {
        gatekeeper: expect.arrayContaining(['K8sRequiredResources']),
      },
    });
  });

  it('has low and medium risk decided by the admins, high risk by three stages', () => {
    const { stages } = rulesOf({
      adminGroup: 'admins',
      securityGroup: 'red',
    }).get('probes')!;
    const fallback = ['group:default/admins', 'group:default/red'];
    const platform = {
      id: 'platform',
      title: 'Platform',
      approvers: ['group:default/admins'],
      fallback,
    };
    expect(stages).toEqual({
      low: [platform],
      medium: [platform],
      high: [
        { id: 'owner', title: 'Owner', approvers: ['owner'], fallback },
        platform,
        {
          id: 'security',
          title: 'Security',
          approvers: ['group:default/red'],
          fallback,
        },
      ],
    });
  });

  it('merges what is configured field by field', () => {
    const shipped = rulesOf().get('privileged-container')!;
    const rule = rulesOf({
      maxDays: 60,
      rules: [
        {
          id: 'privileged-container',
          title: 'No root on the node',
          maxDays: 30,
          aliases: ['privileged'],
          policies: { gatekeeper: ['AcmePrivileged'] },
        },
      ],
    }).get('privileged-container')!;
    expect(rule).toEqual({
      ...shipped,
      title: 'No root on the node',
      maxDays: 30,
      aliases: ['privileged'],
      policies: { ...shipped.policies, gatekeeper: ['AcmePrivileged'] },
    });
  });

  it('adds rules; those that say nothing of it follow the host', () => {
    const rules = rulesOf({
      maxDays: 60,
      rules: [{ id: 'no-latest', title: 'No latest', description: 'Pin it.' }],
    });
    expect(rules.size).toBe(13);
    expect(rules.get('no-latest')).toEqual({
      id: 'no-latest',
      title: 'No latest',
      description: 'Pin it.',
      waivable: true,
      maxDays: 60,
      aliases: [],
      stages: rules.get('probes')!.stages,
      policies: { gatekeeper: [], kyverno: [] },
      vulnerabilities: false,
    });
    expect(rules.get('probes')!.maxDays).toBe(60);
  });

  it('takes stages per level, of a rule over those of all', () => {
    const stage = (id: string, ...approvers: string[]) => ({
      id,
      title: id,
      approvers,
    });
    const rules = rulesOf({
      stages: { medium: [stage('lead', 'user:default/Lead', 'owner')] },
      rules: [
        {
          id: 'probes',
          stages: { low: [{ ...stage('sre', 'sre'), fallback: ['ops'] }] },
        },
      ],
    });
    expect(rules.get('slo-required')!.stages.medium).toEqual([
      {
        id: 'lead',
        title: 'lead',
        approvers: ['user:default/lead', 'owner'],
        fallback: [ADMINS, SECURITY],
      },
    ]);
    const { low, medium, high } = rules.get('probes')!.stages;
    expect(low).toEqual([
      {
        id: 'sre',
        title: 'sre',
        approvers: ['group:default/sre'],
        fallback: ['group:default/ops', ADMINS, SECURITY],
      },
    ]);
    expect(medium[0].id).toBe('lead');
    expect(high).toHaveLength(3);
  });

  const text = { title: 'T', description: 'D' };
  const stage = { id: 'a', title: 'A', approvers: ['a'] };
  it.each<[JsonObject, string | RegExp]>([
    [{ rules: [{ title: 'T' }] }, /^escapeHatch\.rules\[0\]\.id: /],
    [
      { rules: [{ id: 'No Case' }] },
      /^escapeHatch\.rules\[0\]\.id: expected lo/,
    ],
    [
      { rules: [{ id: 'new' }] },
      "escapeHatch.rules[0]: 'new' is no shipped rule; expected 'title' and 'description' with it",
    ],
    [
      { rules: [{ id: 'probes' }, { id: 'probes' }] },
      "escapeHatch.rules[1].id: 'probes' is there twice",
    ],
    [
      { rules: [{ id: 'probes', waiveable: false }] },
      /^escapeHatch\.rules\[0\]: .*waiveable/,
    ],
    [
      { rules: [{ id: 'probes', maxDays: 0 }] },
      /^escapeHatch\.rules\[0\]\.maxDays/,
    ],
    [
      { rules: [{ id: 'probes', aliases: ['drift-detection'] }] },
      "escapeHatch.rules: alias 'drift-detection' of 'probes' means 'drift-detection' already",
    ],
    [
      {
        rules: [
          { id: 'probes', aliases: ['old'] },
          { id: 'new', ...text, aliases: ['old'] },
        ],
      },
      "escapeHatch.rules: alias 'old' of 'new' means 'probes' already",
    ],
    [
      { rules: [{ id: 'probes', stages: { high: [] } }] },
      'escapeHatch.rules[0].stages.high: expected at least one stage: nothing is approved by nobody',
    ],
    [
      { stages: { low: [{ ...stage, approvers: [] }] } },
      /^escapeHatch\.stages\.low\[0\]\.approvers: /,
    ],
    [
      { stages: { low: [stage, stage] } },
      "escapeHatch.stages.low[1].id: expected an id of its own, got 'a'",
    ],
    [
      { stages: { low: [{ ...stage, id: 'long-running' }] } },
      /^escapeHatch\.stages\.low\[0\]\.id: /,
    ],
    [
      { stages: { low: [{ ...stage, approvers: ['component:default/x'] }] } },
      "escapeHatch.stages.low[0].approvers[0]: expected a group, a user or 'owner', such as group:default/security-team, got 'component:default/x'",
    ],
    [
      { stages: { low: [{ ...stage, fallback: ['a b:c/d'] }] } },
      /^escapeHatch\.stages\.low\[0\]\.fallback\[0\]: expected a group/,
    ],
    [{ stages: { severe: [stage] } }, /^escapeHatch\.stages: .*severe/],
  ])('refuses %j', (escapeHatch, message) => {
    expect(() => rulesOf(escapeHatch)).toThrow(message);
  });
});
