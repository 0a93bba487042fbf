import { join } from 'node:path';
import { runTool } from './runTool';

/** Kubernetes versions whose schemas the tools bring. */
const VERSIONS = ['v1.35.0', 'v1.37.0'];

/**
 * What is wrong with manifests by the strict schemas of Kubernetes and of the custom resources, in all versions.
 * The schemas are in `$GOLDEN_PATH_TOOLS/schemas`.
 *
 * @returns a line each; none where all is well
 */
export async function kubeconform(files: string[]): Promise<string[]> {
  const schemas = join(process.env.GOLDEN_PATH_TOOLS ?? '', 'schemas');
  const problems: string[] = [];
  for (const version of VERSIONS) {
    const { code, stdout, stderr } = await runTool('kubeconform', [
      ...['-strict', '-output', 'json', '-verbose'],
      '-schema-location',
      join(
        schemas,
        `${version}-standalone-strict/{{.ResourceKind}}{{.KindSuffix}}.json`,
      ),
      '-schema-location',
      join(
        schemas,
        'crds/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json',
      ),
      ...files,
    ]);
    if (!stdout) {
      throw new Error(`kubeconform ended with ${code}: ${stderr}`);
    }
    const { resources } = JSON.parse(stdout);
    if (resources.length === 0) {
      throw new Error('kubeconform saw nothing');
    }
    for (const { filename, kind, name, status, msg } of resources) {
      if (status !== 'statusValid') {
        problems.push(
          `${version} ${filename} ${kind}/${name}: ${status} ${msg}`,
        );
      }
    }
  }
  return problems;
}
