import type { ScmIntegrations } from '@backstage/integration';
import { createWorkspaceTemplateAction } from '@backstage/plugin-scaffolder-backend';
import type { createFilters } from '../filters/createFilters';

/**
 * Backstage's `workspace:template`, which its scaffolder has but does not offer. It has an id of our own, so that a host
 * that offers it can have both.
 */
export function createRenderPartAction(deps: {
  integrations: ScmIntegrations;
  filters: ReturnType<typeof createFilters>;
}) {
  const { integrations, filters } = deps;
  return {
    ...createWorkspaceTemplateAction({
      integrations,
      additionalTemplateFilters: Object.fromEntries(
        filters.map(({ id, filter }) => [id, filter as any]),
      ),
    }),
    id: 'golden-path:template',
    description:
      'Renders a folder of the workspace into another one, as fetch:template renders a folder of the template: the parts that golden-path:parts has brought.',
    examples: [
      {
        description: 'Render a part, keeping files that are there already',
        example: `steps:
  - id: service
    action: golden-path:template
    input:
      sourcePath: .parts/service
      targetPath: ./\${{ parameters.name }}
      copyWithoutTemplating: []
      values:
        name: \${{ parameters.name }}
`,
      },
    ],
  };
}
