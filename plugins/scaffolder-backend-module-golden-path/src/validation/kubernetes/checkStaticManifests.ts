import { checkNetwork } from '../policies/checkNetwork';
import { checkPolicies } from '../policies/checkPolicies';
import { record } from '../record';
import type { ValidationContext } from '../ValidationContext';
import { checkManifest } from './checkManifest';
import { staticManifests } from './staticManifests';

/** Values of environments; all else in the GitOps repository is applied as it is. */
const VALUES = /^environments\//;

/** Manifests that are applied as they stand keep schema and policies, and close the namespaces that they make. */
export function checkStaticManifests(context: ValidationContext): void {
  const { workspace, findings } = context;
  const manifests = staticManifests(workspace);
  for (const manifest of manifests) {
    checkManifest(manifest, findings);
    checkPolicies(manifest, context);
  }
  checkNetwork(manifests, findings);
  requireManifests(context);
}

/** Argo CD applies whatever is there: a document that is no manifest stops it. */
function requireManifests({ workspace, findings }: ValidationContext): void {
  if (!workspace.gitops) {
    return;
  }
  const files = workspace
    .yamlFiles(workspace.gitops)
    .filter(({ path }) => !VALUES.test(workspace.relative(path)));
  for (const { path } of files) {
    for (const document of workspace.yaml(path).documents) {
      const { apiVersion, kind } = record(document.value);
      const isManifest =
        typeof apiVersion === 'string' && typeof kind === 'string';
      if (document.value !== null && !isManifest) {
        findings.error({
          file: path,
          line: document.lineOf([]),
          rule: 'kubernetes-schema',
          message: 'The document is no manifest: it lacks apiVersion or kind.',
          fix: 'Name apiVersion and kind, or move the file out of what is applied.',
        });
      }
    }
  }
}
