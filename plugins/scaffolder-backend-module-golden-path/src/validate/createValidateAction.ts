import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { PolicySettings } from '@golden-path/backstage-plugin-golden-path-common';
import { parseRepository } from '../filters/parseRepository';
import { validateFiles } from '../validation/validateFiles';
import type { EscapeHatchWaivers } from '../escapeHatch/EscapeHatchWaivers';
import { openFolder } from '../workspace/openFolder';
import { addFindings } from './addFindings';
import { checkCatalog } from './checkCatalog';
import { checkRepositories } from './checkRepositories';
import { describeErrors, describeFinding } from './describeErrors';
import { findOnPath } from './findOnPath';
import { readSourceFiles } from './readSourceFiles';

/** Checks what a template has made, before anything of it is published. */
export function createValidateAction(deps: {
  catalog: CatalogService;
  integrations: ScmIntegrations;
  waivers: EscapeHatchWaivers;
  policies?: PolicySettings;
}) {
  const { catalog, integrations, waivers, policies } = deps;
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
      repository: \${{ parameters.repository }}
      gitopsRepository: \${{ parameters.gitops }}
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
        repository: z =>
          z
            .string()
            .optional()
            .describe(
              'The repository that is going to be made, by its URL or as RepoUrlPicker names it. With it, a component of the name that the catalog has from elsewhere is an error',
            ),
        gitopsRepository: z =>
          z
            .string()
            .optional()
            .describe(
              'The GitOps repository, named likewise. With it, a service that would be made in the same one is an error',
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
      const [repository, gitopsRepository] = [
        ctx.input.repository,
        ctx.input.gitopsRepository,
      ].map(text =>
        text ? parseRepository(text, { integrations }) : undefined,
      );
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

      const catalogPath = `${service}/catalog-info.yaml`;
      const catalogFile = files.find(({ path }) => path === catalogPath);
      const { findings, rulesPassed, manifests } = addFindings(report, [
        ...(repository && gitopsRepository
          ? checkRepositories({
              repository,
              gitopsRepository,
              file: catalogPath,
            })
          : []),
        ...(catalogFile
          ? await checkCatalog({
              entityRef,
              file: catalogFile,
              repository,
              catalog,
              credentials: await ctx.getInitiatorCredentials(),
            })
          : []),
      ]);
      for (const finding of findings) {
        ctx.logger[finding.severity === 'error' ? 'error' : 'warn'](
          describeFinding(finding),
        );
      }
      ctx.output('findings', findings);
      ctx.output('rulesPassed', rulesPassed);
      ctx.output('manifests', manifests);

      const problem = describeErrors(findings);
      if (problem && !ctx.isDryRun) {
        throw new InputError(problem);
      }
    },
  });
}
