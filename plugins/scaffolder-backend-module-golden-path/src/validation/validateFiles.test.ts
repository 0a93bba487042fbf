import { goldenPathRules } from '@golden-path/backstage-plugin-golden-path-common';
import { check, found, replace } from './__testUtils__/check';

const VALUES = 'orders-api/charts/orders-api/values.yaml';
const LOW_MEMORY = { [VALUES]: replace('memory: 512Mi', 'memory: 64Mi') };

describe('validateFiles', () => {
  it('finds nothing in a sound service, in which it has looked for nearly all', async () => {
    const { findings, rulesPassed, manifests } = await check({
      'orders-api/terraform/more.tf': 'locals {}\n',
    });
    expect(findings).toEqual([]);
    expect(manifests).toEqual([]);
    // Policies on pods other than resources need workloads, which only helm makes of the chart.
    expect(rulesPassed).toBe(goldenPathRules.length - 5);
  });

  it('says file, line, rule, what is wrong and what to do', async () => {
    const { findings, rulesPassed } = await check(LOW_MEMORY);
    expect(findings).toEqual([
      {
        file: VALUES,
        line: 11,
        rule: 'resource-limits',
        severity: 'error',
        message: 'The memory limit 64Mi is below the request 128Mi.',
        fix: 'Set the memory limit to 128Mi or more.',
      },
    ]);
    // Nor is there Terraform code here.
    expect(rulesPassed).toBe(goldenPathRules.length - 7);
  });

  it('has errors first, then goes by file and line', async () => {
    const { findings } = await check({
      ...LOW_MEMORY,
      'orders-api/Dockerfile': replace(
        'USER 10001:10001\nHEALTHCHECK NONE',
        'USER node',
      ),
      'orders-api/slos/orders-api.yaml': replace('target: 0.5', 'target: 0.3'),
    });
    expect(
      findings.map(({ severity, file, line }) => [severity, file, line]),
    ).toEqual([
      ['error', 'orders-api/Dockerfile', 4],
      ['error', 'orders-api/Dockerfile', 6],
      ['error', VALUES, 11],
      ['warning', 'orders-api/slos/orders-api.yaml', 7],
    ]);
  });

  it('passes over files outside the two folders', async () => {
    expect(
      await found({ 'elsewhere/Dockerfile': 'FROM x', Dockerfile: 'FROM x' }),
    ).toEqual([]);
  });

  it('looks at no GitOps folder that is not named', async () => {
    const { findings } = await check(
      { 'gitops/namespaces/orders-api.yaml': 'a: 1\n' },
      { gitops: undefined },
    );
    expect(findings).toEqual([]);
  });

  it('is the same whatever the order of the files is', async () => {
    const edits = { ...LOW_MEMORY, 'orders-api/Dockerfile': 'FROM x' };
    const { findings } = await check(edits);
    const again = await check(edits);
    expect(again.findings).toEqual(findings);
  });

  it('stops when it is aborted', async () => {
    await expect(
      check({}, { signal: AbortSignal.abort(new Error('gone')) }),
    ).rejects.toThrow('gone');
  });

  describe('waivers', () => {
    const hatch = { id: 'h1', expiresAt: '2026-12-01T00:00:00Z' };
    const BOTH = {
      ...LOW_MEMORY,
      'orders-api/Dockerfile': 'FROM scratch\nUSER 1\n',
    };

    it('asks once, for the broken rules that can be waived', async () => {
      const waived = jest.fn(async () => new Map([['resource-limits', hatch]]));
      const { findings } = await check(BOTH, { waived });
      expect(waived.mock.calls).toEqual([[['resource-limits']]]);
      expect(findings.map(({ rule, hatch: by }) => [rule, by])).toEqual([
        ['dockerfile', undefined],
        ['resource-limits', hatch],
      ]);
    });

    it('takes no waiver of a rule that has none, whoever says so', async () => {
      const { findings } = await check(BOTH, {
        waived: async () =>
          new Map([
            ['dockerfile', hatch],
            ['resource-limits', hatch],
          ]),
      });
      expect(findings.map(finding => finding.hatch)).toEqual([
        undefined,
        hatch,
      ]);
    });

    it('asks nobody where nothing can be waived', async () => {
      const waived = jest.fn(async () => new Map());
      await check({}, { waived });
      await check(
        { 'orders-api/Dockerfile': 'FROM scratch\nUSER 1\n' },
        { waived },
      );
      expect(waived).not.toHaveBeenCalled();
    });

    it('waives nothing where nobody answers', async () => {
      await expect(
        check(LOW_MEMORY, {
          waived: async () => {
            throw new Error('no answer');
          },
        }),
      ).rejects.toThrow('no answer');
    });
  });
});
