import { record } from '../record';
import { schemaProblems } from '../schema/schemaProblems';
import type { FindingList } from '../FindingList';
import { KubernetesSchemas } from './KubernetesSchemas';
import type { Manifest } from './Manifest';

/**
 * A manifest has only what the API knows of its kind, and a name. Custom resources whose schema is not packed are passed
 * over; a kind that Kubernetes does not have in one of its own groups is an error.
 */
export function checkManifest(manifest: Manifest, findings: FindingList): void {
  const { apiVersion, kind, metadata } = manifest.value;
  const schemas = KubernetesSchemas.shared();
  const found = schemas.find({
    apiVersion: String(apiVersion),
    kind: String(kind),
  });
  if (!found.known && !found.refused) {
    return;
  }
  findings.checked('kubernetes-schema');
  const add = (place: { file: string; line: number }, message: string) =>
    findings.error({
      ...place,
      rule: 'kubernetes-schema',
      message,
      fix: `Correct it as the API of ${show(kind)} says (Kubernetes ${
        schemas.version
      }).`,
    });
  if (!found.known) {
    add(
      manifest.placeOf(['apiVersion']),
      `Kubernetes ${schemas.version} has no kind ${show(kind)} in ${show(
        apiVersion,
      )}.`,
    );
    return;
  }
  const { name, generateName } = record(metadata);
  if (name === undefined && generateName === undefined) {
    add(
      manifest.placeOf(['metadata']),
      `The ${show(kind)} has no metadata.name.`,
    );
  }
  const { validate } = found;
  if (!validate(manifest.value)) {
    const problems = schemaProblems({
      errors: validate.errors ?? [],
      data: manifest.value,
    });
    for (const { path, message } of problems) {
      add(manifest.placeOf(path), `${show(kind)}: ${message}.`);
    }
  }
}

function show(value: unknown): string {
  return String(value).slice(0, 80);
}
