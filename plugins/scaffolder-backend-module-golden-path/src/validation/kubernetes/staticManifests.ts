import { record } from '../record';
import type { Workspace } from '../Workspace';
import type { YamlDocument } from '../yaml/YamlFile';
import type { Manifest } from './Manifest';

/** The manifests that stand in files as they are: all documents with an `apiVersion` and a `kind`. */
export function staticManifests(workspace: Workspace): Manifest[] {
  return workspace
    .yamlFiles()
    .flatMap(({ path }) =>
      workspace
        .yaml(path)
        .documents.flatMap(document => manifestsIn(path, document)),
    );
}

function manifestsIn(file: string, document: YamlDocument): Manifest[] {
  const { apiVersion, kind, items } = record(document.value);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return [];
  }
  const parts =
    apiVersion === 'v1' && kind === 'List' && Array.isArray(items)
      ? items.map((item, index) => ({ item, at: ['items', index] }))
      : [{ item: document.value, at: [] }];
  return parts.map(({ item, at }) => ({
    value: record(item),
    placeOf: path => ({ file, line: document.lineOf([...at, ...path]) }),
  }));
}
