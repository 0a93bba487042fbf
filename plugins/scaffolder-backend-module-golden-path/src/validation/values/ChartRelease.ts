import { record } from '../record';
import type { Workspace } from '../Workspace';
import type { YamlDocument, YamlPath } from '../yaml/YamlFile';
import { coalesceValues } from './coalesceValues';

/** A chart with the values of one environment. */
export interface ChartRelease {
  /** Folder of the chart with a slash at its end: `orders-api/charts/orders-api/`. */
  chart: string;
  /** Name of the release, as the folder of its values is called. */
  name: string;
  /** Such as `staging`; undefined for the chart's own values alone. */
  environment: string | undefined;
  /** Path of the environment's values. */
  valuesFile: string | undefined;
  values: unknown;
  /** Where a value stands, at best in the environment's file. */
  placeOf(path: YamlPath): { file: string; line: number };
}

/**
 * The charts of the service, each with the values of every environment in the GitOps folder
 * (`environments/<environment>/<release>/values.yaml`), or with its own alone where there is none. Those whose values
 * cannot be read are left out.
 */
export function chartReleases(workspace: Workspace): ChartRelease[] {
  const charts = workspace
    .files(workspace.service)
    .flatMap(({ path }) => /^(.*\/)Chart\.yaml$/.exec(path)?.[1] ?? []);
  const environments = workspace.gitops
    ? workspace
        .files(`${workspace.gitops}environments/`)
        .flatMap(({ path }) => {
          const [, environment, name] =
            /^environments\/([^/]+)\/([^/]+)\/values\.ya?ml$/.exec(
              workspace.relative(path),
            ) ?? [];
          return environment ? [{ path, environment, name }] : [];
        })
    : [];
  return charts.flatMap(chart => {
    const folder = chart.split('/').at(-2) ?? '';
    const own = environments.filter(
      ({ name }) => name === folder || charts.length === 1,
    );
    return own.length > 0
      ? own.flatMap(({ path, environment, name }) =>
          release(workspace, { chart, name, environment, valuesFile: path }),
        )
      : release(workspace, { chart, name: folder });
  });
}

function release(
  workspace: Workspace,
  of: {
    chart: string;
    name: string;
    environment?: string;
    valuesFile?: string;
  },
): ChartRelease[] {
  const { chart, name, environment, valuesFile } = of;
  const files = [`${chart}values.yaml`, ...(valuesFile ? [valuesFile] : [])];
  const parsed = files
    .filter(path => workspace.file(path))
    .map(path => workspace.yaml(path));
  if (parsed.some(({ errors }) => errors.length > 0)) {
    return [];
  }
  const layers = parsed.flatMap(({ path, documents }) =>
    documents.slice(0, 1).map(document => ({ path, document })),
  );
  return [
    {
      chart,
      name,
      environment,
      valuesFile,
      values: layers.reduce<unknown>(
        (values, { document }) => coalesceValues(values, document.value ?? {}),
        {},
      ),
      placeOf: path => {
        const holder = [...layers]
          .reverse()
          .find(({ document }) => depthIn(document, path) === path.length);
        const [deepest] = [...layers].sort(
          (a, b) => depthIn(b.document, path) - depthIn(a.document, path),
        );
        const at = holder ?? deepest;
        return at
          ? { file: at.path, line: at.document.lineOf(path) }
          : { file: files[0], line: 1 };
      },
    },
  ];
}

/** How many parts of a path are there. */
function depthIn(document: YamlDocument, path: YamlPath): number {
  let value = document.value;
  let depth = 0;
  for (const part of path) {
    const map = Array.isArray(value)
      ? (value as unknown as Record<string | number, unknown>)
      : record(value);
    if (!Object.hasOwn(map, part)) {
      return depth;
    }
    value = (map as Record<string | number, unknown>)[part];
    depth += 1;
  }
  return depth;
}
