/**
 * Packs the JSON schemas of Kubernetes and of the custom resources of a service for the checks of the scaffolder module:
 * without descriptions, whole API in one file. Input is the folder that the tools for tests bring
 * (`$GOLDEN_PATH_TOOLS/schemas`): `v<version>-standalone-strict/_definitions.json` and `crds/<group>/<kind>_<version>.json`.
 *
 *     node scripts/packKubernetesSchemas.mjs 1.37.0 "$GOLDEN_PATH_TOOLS/schemas"
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './lib/projectRoot.mjs';

const GROUPS = ['argoproj.io', 'monitoring.coreos.com'];
const OUTPUT = join(
  projectRoot,
  'plugins/scaffolder-backend-module-golden-path/schemas',
);

const readJson = async path => JSON.parse(await readFile(path, 'utf8'));

/** Keeps what validates; names of properties are not keywords. */
function pack(schema, isKeyword = true) {
  if (Array.isArray(schema)) {
    return schema.map(item => pack(item));
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  return Object.fromEntries(
    Object.entries(schema)
      .filter(
        ([key]) =>
          !isKeyword || (key !== 'description' && !key.startsWith('x-')),
      )
      .map(([key, value]) => {
        if (isKeyword && key === '$ref') {
          return [key, value.replace(/^_definitions\.json/, '')];
        }
        const named =
          isKeyword && ['properties', '$defs', 'definitions'].includes(key);
        return [key, pack(value, !named)];
      }),
  );
}

async function packKubernetes(version, folder) {
  const { $defs } = await readJson(
    join(folder, `v${version}-standalone-strict`, '_definitions.json'),
  );
  const kinds = Object.entries($defs).flatMap(([name, definition]) =>
    (definition['x-kubernetes-group-version-kind'] ?? []).map(
      ({ group, version: apiVersion, kind }) => [
        [...(group ? [group] : []), apiVersion, kind].join('/'),
        name,
      ],
    ),
  );
  await writeFile(
    join(OUTPUT, 'kubernetes.json'),
    `${JSON.stringify({
      version,
      kinds: Object.fromEntries(kinds.sort()),
      $defs: pack($defs, false),
    })}\n`,
  );
}

async function packGroup(group, folder) {
  const files = (await readdir(join(folder, 'crds', group))).sort();
  const kinds = {};
  for (const file of files) {
    const schema = await readJson(join(folder, 'crds', group, file));
    const { kind, apiVersion } = schema.properties;
    kinds[`${apiVersion.const}/${kind.const}`] = pack(schema);
  }
  await writeFile(
    join(OUTPUT, `${group}.json`),
    `${JSON.stringify({ kinds })}\n`,
  );
}

const [version, folder] = process.argv.slice(2);
await packKubernetes(version, folder);
for (const group of GROUPS) {
  await packGroup(group, folder);
}
