import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  Finding,
  PolicySettings,
} from '@golden-path/backstage-plugin-golden-path-common';
import { validateFiles } from '../validation/validateFiles';
import type { EscapeHatchWaivers } from '../escapeHatch/EscapeHatchWaivers';
import { openFolder } from '../workspace/openFolder';
import { checkReferences } from './checkReferences';
import { describeErrors, describeFinding } from './describeErrors';
import { findOnPath } from './findOnPath';
import { readSourceFiles } from './readSourceFiles';

/** Checks what a template has made, before anything of it is published. */
export function createValidateAction(deps: {
  catalog: CatalogService;
  waivers: EscapeHatchWaivers;
  policies?: PolicySettings;
}) {
  const { catalog, waivers, policies } = deps;
  return createTemplateAction({
    id: 'golden-path:validate',
    description:
      'Checks the files of a service: charts and manifests, policies on pods, workflows, Terraform, Dockerfile, objectives, catalog file. An error that no active escape hatch waives ends the run; a dry run only tells.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Check a service and what goes into the GitOps repository',
        example: `steps:
  - id: validate
    action: golden-path:validate
    input:
      entityRef: component:default/\${{ parameters.name }}
      service: \${{ parameters.name }}
      gitops: gitops
`,
      },
    ],
    schema: {
      input: {
        entityRef: z =>
          z.string().describe('Full ref of the component, which may not exist'),
        service: z =>
          z.string().describe('Folder of the workspace: the repository'),
        gitops: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder of the workspace: what goes into the GitOps repository',
            ),
      },
      output: {
        findings: z =>
          z
            .array(
              z.object({
                file: z.string(),
                line: z.number(),
                rule: z.string(),
                severity: z.enum(['error', 'warning']),
                message: z.string(),
                fix: z.string(),
                hatch: z
                  .object({ id: z.string(), expiresAt: z.string() })
                  .optional(),
              }),
            )
            .describe('What is wrong, errors first'),
        rulesPassed: z => z.number().describe('How many rules found nothing'),
        manifests: z =>
          z
            .array(z.object({ environment: z.string(), content: z.string() }))
            .describe(
              'Kubernetes manifests as helm renders them; empty where the backend has no helm',
            ),
      },
    },
    async handler(ctx) {
      const { service, gitops } = ctx.input;
      const entityRef = stringifyEntityRef(parseEntityRef(ctx.input.entityRef));
      const workspace = ctx.workspacePath;
      await openFolder({ workspace, path: service, input: 'service' });
      if (gitops) {
        await openFolder({ workspace, path: gitops, input: 'gitops' });
      }
      const files = await readSourceFiles(workspace);
      const report = await validateFiles({
        files,
        service,
        gitops,
        helm: await findOnPath('helm'),
        policies,
        waived: rules => waivers.find({ entityRef, rules, logger: ctx.logger }),
        signal: ctx.signal,
      });

      const catalogFile = files.find(
        ({ path }) => path === `${service}/catalog-info.yaml`,
      );
      const references = catalogFile
        ? await checkReferences({
            file: catalogFile,
            catalog,
            credentials: await ctx.getInitiatorCredentials(),
          })
        : [];
      const findings = [...report.findings, ...references].sort(errorsFirst);
      for (const finding of findings) {
        ctx.logger[finding.severity === 'error' ? 'error' : 'warn'](
          describeFinding(finding),
        );
      }
      ctx.output('findings', findings);
      ctx.output('rulesPassed', passed(report, references));
      ctx.output('manifests', report.manifests);

      const problem = describeErrors(findings);
      if (problem && !ctx.isDryRun) {
        throw new InputError(problem);
      }
    },
  });
}

function errorsFirst(a: Finding, b: Finding): number {
  return (
    compare(a.severity, b.severity) ||
    compare(a.file, b.file) ||
    a.line - b.line
  );
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** References are a part of a rule that may have passed before. */
function passed(
  report: { findings: Finding[]; rulesPassed: number },
  references: Finding[],
): number {
  const isNew = references.some(
    ({ rule }) => !report.findings.some(finding => finding.rule === rule),
  );
  return isNew ? report.rulesPassed - 1 : report.rulesPassed;
}
