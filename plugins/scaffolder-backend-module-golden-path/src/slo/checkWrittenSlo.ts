import type { ValidationReport } from '@golden-path/backstage-plugin-golden-path-common';
import type { SourceFile } from '../validation/SourceFile';
import { FindingList } from '../validation/FindingList';
import { checkSloDocuments } from '../validation/slo/checkSloDocuments';
import { Workspace } from '../validation/Workspace';

/** Any will do: a repository may be the workspace itself, whose files have no folder. */
const REPOSITORY = 'repository';

/**
 * What the checks of a service's objectives say of one document, as if there were nothing else of the service.
 *
 * @param document - by its path in the workspace
 */
export function checkWrittenSlo(document: SourceFile): ValidationReport {
  const { path, content } = document;
  const findings = new FindingList();
  checkSloDocuments({
    workspace: new Workspace({
      files: [{ path: `${REPOSITORY}/slos/slo.yaml`, content }],
      service: REPOSITORY,
    }),
    findings,
    policies: { registries: [] },
  });
  return {
    findings: findings.toArray().map(finding => ({ ...finding, file: path })),
    rulesPassed: findings.rulesPassed,
    manifests: [],
  };
}
