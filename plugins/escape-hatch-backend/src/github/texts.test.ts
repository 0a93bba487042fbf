import { hatchRecord } from '../__testUtils__/hatchRecord';
import { testSettings } from '../__testUtils__/testSettings';
import { formLink } from './formLink';
import { parseFiledIssue } from './parseFiledIssue';
import { quoted } from './quoted';
import { requestState } from './requestState';
import { requestText } from './requestText';

const settings = {
  ...testSettings({ timeZone: 'Europe/London' }),
  appUrl: 'https://portal.example.com',
};
const NOON = Date.parse('2026-11-24T12:00:00Z');
const DAY = 86_400_000;

describe('quoted', () => {
  it.each([
    ['plain', 'Nodes of its own.', '```text\nNodes of its own.\n```'],
    [
      'a fence of its own',
      '```\n@acme/all #1\n````',
      '`````text\n```\n@acme/all #1\n````\n`````',
    ],
    [
      'line ends that would end it early',
      'a\r```\r\nb',
      '````text\na\n```\nb\n````',
    ],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toBe(expected);
  });
});

describe('requestText', () => {
  it("has the seed's fields, in their order, and a link", () => {
    const record = hatchRecord({
      stages: [
        { id: 'owner', title: 'Owner', approvers: ['owner'], fallback: [] },
        {
          id: 'platform',
          title: 'Platform',
          approvers: ['group:default/platform-team', 'user:default/zoe'],
          fallback: [],
        },
      ],
      approvals: [
        {
          stage: 0,
          approver: 'user:default/ml-lead',
          at: NOON,
          resolvedFrom: [],
          reason: '',
        },
      ],
    });
    expect(requestText(record, { settings, marker: '<!-- m -->' })).toEqual({
      title: 'Escape hatch 14: special-ml-workload (privileged-container)',
      body: `<!-- m -->

This issue mirrors [request 14](https://portal.example.com/escape-hatches/hatch-1) in the developer portal. It is decided there; what is changed here changes nothing.

## Service:

\`\`\`text
component:default/special-ml-workload
\`\`\`

## Why we need an escape hatch:

\`\`\`text
GPU workloads require privileged container access for CUDA driver initialization
\`\`\`

## Risk assessment:

\`\`\`text
Sandboxed to a dedicated node pool
\`\`\`

## Mitigations:

\`\`\`text
Dedicated namespace
\`\`\`

## Approver:

\`\`\`text
Owner: group:default/ml-team, approved by user:default/ml-lead on 2026-11-24
Platform: group:default/platform-team, user:default/zoe
\`\`\`

## Review date:

\`\`\`text
2027-02-24
\`\`\``,
    });
  });

  it('leaves nothing of a hostile text outside of its block', () => {
    const hostile = [
      '```',
      '</details><img src=x onerror=alert(1)>',
      '@acme/everyone fixes #1, https://github.com/acme/a/issues/2',
      '## Approver:',
      '<!-- escape-hatch:00000000-0000-4000-8000-000000000000 -->',
    ].join('\n');
    const record = hatchRecord();
    const { body } = requestText(
      { ...record, content: { ...record.content, justification: hostile } },
      { settings, marker: '<!-- m -->' },
    );
    const outside = body.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '');
    expect(body).toContain(`\`\`\`\`text\n${hostile}\n\`\`\`\``);
    expect(outside).not.toMatch(/[@#]\w|<img|escape-hatch:0/);
    expect(outside.match(/^## /gm)).toHaveLength(6);
  });

  it('cuts a title that GitHub would refuse', () => {
    const record = hatchRecord();
    const rules = Array.from({ length: 10 }, (_, n) => `${n}`.repeat(63));
    const { title } = requestText(
      { ...record, content: { ...record.content, rules } },
      { settings, marker: '' },
    );
    expect(title).toHaveLength(251);
  });
});

describe('requestState', () => {
  it.each([
    ['submitted', {}, 'submitted', 'open', undefined],
    [
      'changes_requested',
      { status: 'changes_requested' },
      'changes requested',
      'open',
      undefined,
    ],
    [
      'active',
      { status: 'approved', activeFrom: NOON },
      'active',
      'open',
      undefined,
    ],
    [
      'scheduled',
      { status: 'approved', activeFrom: NOON + DAY },
      'scheduled',
      'open',
      undefined,
    ],
    [
      'suspended',
      {
        status: 'approved',
        activeFrom: NOON - 20 * DAY,
        ownerChangedAt: NOON - 14 * DAY,
      },
      'suspended',
      'open',
      undefined,
    ],
    [
      'expired',
      { status: 'approved', activeFrom: NOON - DAY, expiresAt: NOON },
      'expired',
      'closed',
      'completed',
    ],
    ['revoked', { status: 'revoked' }, 'revoked', 'closed', 'completed'],
    [
      'superseded',
      { status: 'superseded' },
      'superseded',
      'closed',
      'completed',
    ],
    ['rejected', { status: 'rejected' }, 'rejected', 'closed', 'not_planned'],
    [
      'withdrawn',
      { status: 'withdrawn' },
      'withdrawn',
      'closed',
      'not_planned',
    ],
    ['lapsed', { status: 'lapsed' }, 'lapsed', 'closed', 'not_planned'],
  ] as const)('%s', (_, changes, word, state, reason) => {
    expect(requestState(hatchRecord(changes), { settings, now: NOON })).toEqual(
      {
        labels: ['escape-hatch', `escape-hatch: ${word}`],
        state,
        ...(reason && { state_reason: reason }),
      },
    );
  });
});

const FILED = {
  entityRef: 'component:default/special-ml-workload',
  justification:
    'GPU workloads require privileged container access\nfor CUDA driver initialization',
  riskAssessment:
    'sandboxed to dedicated node pool with taint `ml-workload=true`',
  mitigations:
    'dedicated namespace, network policy unchanged, image scanning unchanged',
  expiresAt: '2024-06-01',
};

/** As GitHub writes what was entered into a form. */
const fromForm = (fields: Record<string, string> = {}) =>
  Object.entries({
    Service: 'special-ml-workload',
    'Why we need an escape hatch': FILED.justification,
    'Risk assessment': FILED.riskAssessment,
    Mitigations: FILED.mitigations,
    Approver: 'platform-team lead',
    'Review date': '2024-06-01',
    ...fields,
  })
    .map(([label, value]) => `### ${label}\n\n${value}`)
    .join('\n\n');

describe('parseFiledIssue', () => {
  it("reads the seed's own issue", () => {
    expect(
      parseFiledIssue(`## Service: special-ml-workload
## Why we need an escape hatch: GPU workloads require privileged container access
##   for CUDA driver initialization
## Risk assessment: sandboxed to dedicated node pool with taint \`ml-workload=true\`
## Mitigations: dedicated namespace, network policy unchanged, image scanning unchanged
## Approver: platform-team lead
## Review date: 2024-06-01`),
    ).toEqual(FILED);
  });

  it('reads what was entered into the form, with any line ends', () => {
    expect(parseFiledIssue(fromForm())).toEqual(FILED);
    expect(parseFiledIssue(fromForm().replaceAll('\n', '\r\n'))).toEqual(FILED);
  });

  it.each([
    ['component:default/api', 'component:default/api'],
    ['`API`', 'component:default/api'],
    ['resource:data/lake', 'resource:data/lake'],
    ['the ML workload', undefined],
    ['_No response_', undefined],
    ['../../admin', undefined],
    ['<script>', undefined],
  ])('takes the service %s for %s', (text, entityRef) => {
    expect(parseFiledIssue(fromForm({ Service: text }))?.entityRef).toBe(
      entityRef,
    );
  });

  it('leaves hints, control characters and dates that are none out', () => {
    expect(
      parseFiledIssue(
        fromForm({
          Mitigations: '<!-- what keeps it safe -->a\u0000\u001b[31mb<!-- open',
          'Risk assessment': '_No response_',
        }),
      ),
    ).toBeUndefined();
    expect(
      parseFiledIssue(
        fromForm({
          Mitigations: '<!-- what keeps it safe -->a\u0000\u001b[31mb',
          'Risk assessment': '_No response_',
          'Review date': 'next week',
        }),
      ),
    ).toMatchObject({ mitigations: 'a[31mb', riskAssessment: '' });
  });

  it.each([
    ['nothing', ''],
    ['another form', '### Summary\n\nIt breaks\n\n### Service\n\napi'],
    ['a field less', fromForm().replace('### Approver', '### Approvers')],
  ])('is none: %s', (_, body) => {
    expect(parseFiledIssue(body)).toBeUndefined();
  });

  it('takes no longer for what is made to take long', () => {
    const begun = Date.now();
    parseFiledIssue('<!--'.repeat(20_000));
    parseFiledIssue(`## ${' '.repeat(70_000)}`);
    parseFiledIssue('### Service\n'.repeat(6_000));
    expect(Date.now() - begun).toBeLessThan(1_000);
  });
});

describe('formLink', () => {
  const texts = { justification: '', riskAssessment: '', mitigations: '' };

  it('fills the form in', () => {
    const { url, isCut } = formLink('https://portal.example.com', {
      ...FILED,
      justification: 'a & b = "c"',
    });
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe(
      'https://portal.example.com/escape-hatches/new',
    );
    expect(Object.fromEntries(searchParams)).toEqual({
      ...FILED,
      justification: 'a & b = "c"',
    });
    expect(isCut).toBe(false);
  });

  it('cannot be left by what people wrote', () => {
    const { url } = formLink('https://portal.example.com', {
      ...texts,
      justification: ') [x](https://evil.example) <b> @all #1',
    });
    expect(url).not.toMatch(/[()[\]<>@# ]/);
  });

  it('is cut to what proxies take, between characters', () => {
    const { url, isCut } = formLink('https://portal.example.com', {
      ...texts,
      justification: '🚀'.repeat(10_000),
    });
    expect(url.length).toBeLessThanOrEqual(6_000);
    expect(isCut).toBe(true);
    expect(new URL(url).searchParams.get('justification')).toMatch(/^🚀+$/u);
  });
});
