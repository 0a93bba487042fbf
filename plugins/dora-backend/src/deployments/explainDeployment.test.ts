import type { DeploymentContext } from './DeploymentContext';
import { explainDeployment } from './explainDeployment';

const AT = Date.parse('2026-01-29T09:06:05Z');
const MINUTE = 60_000;

const deployment = (
  more: Partial<DeploymentContext> = {},
): DeploymentContext => ({
  environment: 'production',
  production: true,
  version: 'v522',
  previousVersion: 'v520',
  finishedAt: AT,
  outcome: 'success',
  kind: 'normal',
  counted: true,
  flags: [],
  changes: 2,
  failed: false,
  recoveredAt: null,
  recoveredBy: {},
  reworkReason: null,
  causes: [],
  ...more,
});
const rollback = {
  id: 'r',
  version: 'v520',
  kind: 'rollback',
  finishedAt: AT + 41 * MINUTE,
};
const incident = {
  id: 'i',
  title: 'Checkout is slow',
  openedAt: AT + 5 * MINUTE,
  resolvedAt: AT + 65 * MINUTE,
};

describe('explainDeployment', () => {
  it('explains a failed deployment that was rolled back', () => {
    expect(
      explainDeployment(
        deployment({
          failed: true,
          recoveredAt: AT + 41 * MINUTE,
          recoveredBy: { deployment: rollback },
          causes: [{ method: 'rollback', deployment: rollback, undone: 1 }],
        }),
      ),
    ).toEqual({
      counted: {
        deploymentFrequency: true,
        changeLeadTime: true,
        changeFailRate: true,
        failedDeploymentRecoveryTime: true,
        deploymentReworkRate:
          'Planned. The rollback to v520 counts as rework instead.',
      },
      explanations: {
        deploymentFrequency:
          'Successful production deployment of another version.',
        changeLeadTime: 'Both are in v522 and not in v520, which ran before.',
        changeFailRate:
          'Undone by the rollback to v520, 41 min later. It is the only deployment that the rollback undoes.',
        failedDeploymentRecoveryTime:
          'From the end of this deployment to the end of the rollback to v520: 41 min. No incident names it.',
        deploymentReworkRate:
          'Planned. The rollback to v520 counts as rework instead.',
      },
    });
  });

  it.each<[Partial<DeploymentContext>, string]>([
    [
      { production: false, environment: 'preview' },
      'The environment “preview” is not in the list of production environments.',
    ],
    [
      { kind: 'config', counted: false },
      'Config commit: the file changed, the tag did not.',
    ],
    [{ kind: 'redeploy', counted: false }, 'Redeploy: v522 ran here already.'],
    [
      { kind: 'promotion', counted: false },
      'Promotion: v522 ran in another production environment before.',
    ],
    [
      { outcome: 'failure', counted: false },
      'The rollout failed: it did not reach production.',
    ],
  ])('says why %p counts for nothing', (more, reason) => {
    const { counted, explanations } = explainDeployment(deployment(more));
    expect(new Set(Object.values(counted))).toEqual(new Set([reason]));
    expect(new Set(Object.values(explanations))).toEqual(new Set([reason]));
  });

  it.each<[Partial<DeploymentContext>, true | RegExp, RegExp]>([
    [{ changes: 1 }, true, /^It is in v522 and not in v520/],
    [{ changes: 3 }, true, /^All 3 are in v522 and not in v520/],
    [
      { changes: 1, previousVersion: null, flags: ['baseline'] },
      true,
      /^It is the commit of v522; what ran before is not known/,
    ],
    [
      { changes: 1, previousVersion: null },
      true,
      /^It is in v522 and in no version that production had before/,
    ],
    [{ changes: 0, kind: 'rollback' }, /ships nothing/, /ships nothing/],
    [
      { changes: 0, flags: ['unresolved-version'] },
      /No commit is known for v522/,
      /next deployment/,
    ],
    [{ changes: 0, flags: ['unmerged-build'] }, /branch/, /until it is merged/],
    [{ changes: 0, flags: ['unknown-commit'] }, /no history/, /no history/],
    [{ changes: 0, flags: ['baseline'] }, /first deployment/, /first/],
    [{ changes: 0 }, /did not have before/, /No change is in v522/],
  ])('explains the lead time of %p', (more, counts, why) => {
    const { counted, explanations } = explainDeployment(deployment(more));
    expect(String(counted.changeLeadTime)).toMatch(
      counts === true ? /^true$/ : counts,
    );
    expect(explanations.changeLeadTime).toMatch(why);
  });

  it.each<[Partial<DeploymentContext>, string]>([
    [{}, 'Nothing blames it: no rollback, revert, hotfix or incident.'],
    [
      { failed: true, causes: [{ method: 'explicit', incident }] },
      'The incident “Checkout is slow” names it.',
    ],
    [
      { failed: true, causes: [{ method: 'same-service', incident }] },
      'The incident “Checkout is slow” of the service was opened 5 min later, before the next deployment.',
    ],
    [
      {
        failed: true,
        causes: [
          {
            method: 'revert',
            deployment: { ...rollback, version: 'v523', kind: 'normal' },
          },
        ],
      },
      'Reverted by v523, 41 min later, in a change that says so.',
    ],
    [
      {
        failed: true,
        causes: [
          {
            method: 'hotfix',
            deployment: { ...rollback, version: 'v523', kind: 'hotfix' },
          },
        ],
      },
      'Followed by the hotfix v523, 41 min later.',
    ],
    [
      { failed: true, causes: [{ method: 'person' }] },
      'A person said that it failed.',
    ],
    [{ kind: 'rollback' }, 'A rollback brings no change that could fail.'],
  ])('explains the fail rate of %p', (more, why) => {
    const { counted, explanations } = explainDeployment(deployment(more));
    expect(explanations.changeFailRate).toBe(why);
    expect(counted.changeFailRate).toBe(more.kind === 'rollback' ? why : true);
  });

  it.each<[Partial<DeploymentContext>, boolean, string]>([
    [{}, false, 'It did not fail.'],
    [{ failed: true }, false, 'Not recovered yet: open, in no average.'],
    [
      {
        failed: true,
        recoveredAt: incident.resolvedAt,
        recoveredBy: { incident },
        causes: [{ method: 'explicit', incident }],
      },
      true,
      'From the end of this deployment to the resolution of the incident “Checkout is slow”: 1 h 5 min.',
    ],
  ])('explains the recovery of %p', (more, counts, why) => {
    const { counted, explanations } = explainDeployment(deployment(more));
    expect(explanations.failedDeploymentRecoveryTime).toBe(why);
    expect(counted.failedDeploymentRecoveryTime).toBe(counts || why);
  });

  it.each<[DeploymentContext['reworkReason'], RegExp]>([
    ['rollback', /it is a rollback/],
    ['hotfix', /only hotfixes/],
    ['revert', /reverts a shipped change/],
    ['incident', /while an incident .* was open/],
  ])('explains rework by %s', (reworkReason, why) => {
    const { counted, explanations } = explainDeployment(
      deployment({ reworkReason }),
    );
    expect(counted.deploymentReworkRate).toBe(true);
    expect(explanations.deploymentReworkRate).toMatch(why);
  });
});
