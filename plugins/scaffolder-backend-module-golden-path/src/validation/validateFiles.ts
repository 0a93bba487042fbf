import {
  type Finding,
  type FindingHatch,
  goldenPathRules,
  type ValidationReport,
} from '@golden-path/backstage-plugin-golden-path-common';
import { checkCatalogInfo } from './catalog/checkCatalogInfo';
import { checkDockerfiles } from './dockerfile/checkDockerfiles';
import { FindingList } from './FindingList';
import { checkHcl } from './hcl/checkHcl';
import { checkRenderedCharts } from './helm/checkRenderedCharts';
import { checkStaticManifests } from './kubernetes/checkStaticManifests';
import { checkSloDocuments } from './slo/checkSloDocuments';
import type { ValidateFilesOptions } from './ValidateFilesOptions';
import type { ValidationContext } from './ValidationContext';
import { checkCharts } from './values/checkCharts';
import { checkWorkflows } from './workflows/checkWorkflows';
import { Workspace } from './Workspace';
import { checkYamlSyntax } from './yaml/checkYamlSyntax';

const WAIVABLE = new Set<string>(
  goldenPathRules.filter(({ waivable }) => waivable).map(({ id }) => id),
);

/**
 * Each is about files of its own kind; none stops another. HCL is read in a thread of its own, so it begins first.
 */
const CHECKS: ((context: ValidationContext) => void | Promise<void>)[] = [
  checkHcl,
  checkYamlSyntax,
  checkStaticManifests,
  checkCharts,
  checkWorkflows,
  checkDockerfiles,
  checkSloDocuments,
  checkCatalogInfo,
];

/**
 * Checks the files of a new service before anything of them is published: what it finds in them, whether an escape hatch waives it, and
 * the manifests that helm makes of them. Nothing is written outside a temporary folder, nothing is fetched, and nothing of
 * the files is executed; findings, not errors, tell what is wrong with them.
 *
 * @throws InputError for a path that leads out of the workspace, or more than 5000 files
 *
 * @public
 */
export async function validateFiles(
  options: ValidateFilesOptions,
): Promise<ValidationReport> {
  const { policies = { registries: [] }, helm, waived, signal } = options;
  const findings = new FindingList();
  const context = {
    workspace: new Workspace(options),
    findings,
    policies,
  };
  signal?.throwIfAborted();
  const [manifests] = await Promise.all([
    helm ? checkRenderedCharts(context, { helm, signal }) : [],
    ...CHECKS.map(async check => check(context)),
  ]);
  signal?.throwIfAborted();
  return {
    findings: await withHatches(findings.toArray(), waived),
    rulesPassed: findings.rulesPassed,
    manifests,
  };
}

async function withHatches(
  findings: Finding[],
  waived: ValidateFilesOptions['waived'],
): Promise<Finding[]> {
  const rules = [...new Set(findings.map(({ rule }) => rule))].filter(rule =>
    WAIVABLE.has(rule),
  );
  if (!waived || rules.length === 0) {
    return findings;
  }
  const hatches: Map<string, FindingHatch> = await waived(rules.sort());
  return findings.map(finding => {
    const hatch = WAIVABLE.has(finding.rule) && hatches.get(finding.rule);
    return hatch ? { ...finding, hatch } : finding;
  });
}
