import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenPathRules } from './goldenPathRules';

const PAGE = join(__dirname, '../../../../docs/golden-path/rules.md');

describe('goldenPathRules', () => {
  it('has each rule once', () => {
    const ids = goldenPathRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets all be left but the network and what is plainly wrong', () => {
    expect(
      goldenPathRules.filter(rule => rule.waivable).map(({ id }) => id),
    ).toEqual([
      'resource-limits',
      'probes',
      'privileged-container',
      'read-only-root',
      'security-context',
      'image-source',
      'image-scan-critical',
      'terraform-only',
      'slo-required',
      'drift-detection',
    ]);
  });

  it('has a section of the documentation for each', () => {
    const headings = readFileSync(PAGE, 'utf8')
      .split('\n')
      .filter(line => line.startsWith('## '))
      .map(line => line.slice(3));
    expect(headings).toEqual(goldenPathRules.map(({ id }) => id));
    for (const { id, docs } of goldenPathRules) {
      expect(docs).toMatch(new RegExp(`/docs/golden-path/rules\\.md#${id}$`));
    }
  });
});
