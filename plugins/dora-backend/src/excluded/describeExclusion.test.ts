import { describeExclusion } from './describeExclusion';
import type { ExclusionCode } from './ExcludedStore';

const event = {
  type: 'deployment',
  at: Date.parse('2026-11-09T10:05:00Z'),
  environment: 'preview',
  version: '2.8.1',
  subject: 'api-service',
};

describe('describeExclusion', () => {
  it.each<[ExclusionCode, 'all' | 'changeLeadTime', string]>([
    ['superseded', 'all', 'A later report of the same event replaces it.'],
    [
      'retracted',
      'all',
      'Its source says that it never happened, for instance because history was rewritten.',
    ],
    [
      'unknown-service',
      'all',
      'No component has this name or the annotation golden-path.io/cdevents-id.',
    ],
    [
      'not-production',
      'all',
      'The environment “preview” is not in the list of production environments.',
    ],
    ['config', 'all', 'Config commit: the file changed, the tag did not.'],
    ['redeploy', 'all', 'Redeploy: 2.8.1 ran here already.'],
    [
      'promotion',
      'all',
      'Promotion: 2.8.1 ran in another production environment before.',
    ],
    [
      'import',
      'all',
      'Import: many files were added at once, which says what runs, but not when it was deployed.',
    ],
    ['removal', 'all', 'Removal: the file was deleted, which deploys nothing.'],
    [
      'failed-rollout',
      'all',
      'The rollout failed: it did not reach production.',
    ],
    [
      'unmerged-build',
      'changeLeadTime',
      'Not on the default branch: ships no change until it is merged.',
    ],
    [
      'unresolved-version',
      'changeLeadTime',
      'No commit is known for 2.8.1; its changes count with the next deployment whose commit is known.',
    ],
    [
      'unknown-commit',
      'changeLeadTime',
      'The commit of 2.8.1 is in no history that a source has read.',
    ],
  ])('says why %s does not count', (code, metric, reason) => {
    expect(describeExclusion({ ...event, code }, undefined)).toEqual({
      code,
      metric,
      reason,
    });
  });

  it('names the report that a merged one belongs to', () => {
    expect(
      describeExclusion(
        { ...event, code: 'merged' },
        { sourceType: 'gitops', at: Date.parse('2026-11-09T10:03:00Z') },
      ).reason,
    ).toBe('Merged: same rollout as GitOps commit, 2 min apart.');
  });
});
