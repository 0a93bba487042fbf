import type { RenderedManifest } from '@golden-path/backstage-plugin-golden-path-common';
import { checkManifest } from '../kubernetes/checkManifest';
import { checkNetwork } from '../policies/checkNetwork';
import { checkPolicies } from '../policies/checkPolicies';
import type { ValidationContext } from '../ValidationContext';
import { type ChartRelease, chartReleases } from '../values/ChartRelease';
import { renderChart } from './renderChart';
import { renderedManifests } from './renderedManifests';

const RULE = 'kubernetes-schema';

/**
 * What helm makes of the charts, for each environment, keeps schema and policies as manifests do that are applied as they stand.
 *
 * @returns the manifests, by environment; `default` where there is none
 */
export async function checkRenderedCharts(
  context: ValidationContext,
  options: { helm: string; signal?: AbortSignal },
): Promise<RenderedManifest[]> {
  const releases = chartReleases(context.workspace);
  const rendered = await Promise.all(
    releases.map(release => checkRelease(release, context, options)),
  );
  return rendered.flat();
}

async function checkRelease(
  release: ChartRelease,
  context: ValidationContext,
  options: { helm: string; signal?: AbortSignal },
): Promise<RenderedManifest[]> {
  const { findings, workspace } = context;
  const { chart, environment = 'default' } = release;
  const whole = { file: `${chart}Chart.yaml`, line: 1, rule: RULE } as const;
  findings.checked(RULE);
  const rendering = await renderChart({ ...options, workspace, release });
  if ('unavailable' in rendering) {
    findings.warn({
      ...whole,
      message: `The chart was not rendered for ${environment}: helm could not be run (${rendering.unavailable}).`,
      fix: 'Ask the platform team to look after helm on the backend.',
    });
    return [];
  }
  if ('error' in rendering) {
    const { place, error } = rendering;
    findings.error({
      ...whole,
      ...(place && { file: `${chart}${place.file}`, line: place.line }),
      message: `The chart cannot be rendered for ${environment}: ${error}`,
      fix: 'Correct the template, or the values that it gets.',
    });
    return [];
  }
  const { manifests, errors } = renderedManifests({
    output: rendering.manifests,
    release,
    workspace,
  });
  for (const { file, line, message } of errors) {
    findings.error({
      file,
      line,
      rule: RULE,
      message: `The template makes no sound YAML: ${message}`,
      fix: 'Look at indentation and quotes in the template.',
    });
  }
  for (const manifest of manifests) {
    checkManifest(manifest, findings);
    checkPolicies(manifest, context);
  }
  checkNetwork(manifests, findings);
  return [{ environment, content: rendering.manifests }];
}
