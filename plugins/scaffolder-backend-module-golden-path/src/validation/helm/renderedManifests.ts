import type { Manifest } from '../kubernetes/Manifest';
import { record } from '../record';
import type { ChartRelease } from '../values/ChartRelease';
import type { Workspace } from '../Workspace';
import { readYaml } from '../yaml/readYaml';
import { placeInValues } from './placeInValues';
import { templateLine } from './templateLine';

/**
 * The manifests in the output of `helm template`. Their parts are placed where a person would change them: at the value that
 * makes them, else in the template.
 */
export function renderedManifests(options: {
  output: string;
  release: ChartRelease;
  workspace: Workspace;
}): {
  manifests: Manifest[];
  errors: { file: string; line: number; message: string }[];
} {
  const { output, release, workspace } = options;
  const manifests: Manifest[] = [];
  const errors: { file: string; line: number; message: string }[] = [];
  for (const text of output.split(/^---[ \t]*$/m)) {
    const source = /^# Source: [^/\n]+\/([^\n]+)$/m.exec(text)?.[1];
    const file = `${release.chart}${source ?? 'Chart.yaml'}`;
    const yaml = readYaml({ path: file, text, dialect: 'kubernetes' });
    const template = workspace.file(file)?.content ?? '';
    errors.push(
      ...yaml.errors.map(({ message }) => ({ file, line: 1, message })),
    );
    for (const { value } of yaml.documents) {
      if (value !== null) {
        manifests.push({
          value: record(value),
          placeOf: path =>
            placeInValues({ path, manifest: record(value), release }) ?? {
              file,
              line: templateLine({
                template,
                kind: String(record(value).kind),
                path,
              }),
            },
        });
      }
    }
  }
  return { manifests, errors };
}
