import { parseEntityRef } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';
import { toFraction } from './toFraction';
import { toPercent } from './toPercent';
import { parseRepository } from './parseRepository';

/**
 * What templates turn answers with. A filter that throws would leave its whole expression as the value; so what cannot
 * be read goes on as it is, and the actions that use it refuse it with a sentence.
 */
export function createFilters(options: {
  integrations: ScmIntegrationRegistry;
}) {
  return [
    createTemplateFilter({
      id: 'repository',
      description:
        'Takes a repository apart, which is named by a URL or as RepoUrlPicker does it.',
      schema: z =>
        z.function(
          z.tuple([z.string()]),
          z.object({
            kind: z.enum(['github', 'gitlab', 'git']),
            url: z.string(),
            host: z.string(),
            owner: z.string(),
            name: z.string(),
            webUrl: z.string(),
            picker: z.string(),
          }),
        ),
      examples: [
        {
          description: 'The kind of a repository, for the condition of a step',
          example:
            "if: ${{ (parameters.repository | repository).kind == 'git' }}",
        },
        {
          description: 'What publish:github wants',
          example:
            'repoUrl: ${{ (parameters.repository | repository).picker }}',
        },
      ],
      filter: text => {
        try {
          return parseRepository(text, options);
        } catch {
          return {
            kind: 'git' as const,
            url: String(text),
            host: '',
            owner: '',
            name: '',
            webUrl: String(text),
            picker: '',
          };
        }
      },
    }),
    createTemplateFilter({
      id: 'fraction',
      description:
        'An objective as a fraction of 1; numbers above 1 are read as percent.',
      schema: z =>
        z.function(z.tuple([z.union([z.number(), z.string()])]), z.number()),
      examples: [
        {
          description: '0.995 for 99.5, and for 0.995',
          example: 'objective: ${{ parameters.objective | fraction }}',
        },
      ],
      filter: toFraction,
    }),
    createTemplateFilter({
      id: 'percent',
      description: 'An objective in percent, as text, without the sign.',
      schema: z =>
        z.function(z.tuple([z.union([z.number(), z.string()])]), z.string()),
      examples: [
        {
          description: '"99.5" for 0.995, and for 99.5',
          example: 'objectivePercent: ${{ parameters.objective | percent }}',
        },
      ],
      filter: toPercent,
    }),
    createTemplateFilter({
      id: 'entityName',
      description: 'The name in an entity ref.',
      schema: z => z.function(z.tuple([z.string()]), z.string()),
      examples: [
        {
          description: '"shop" for "group:default/shop"',
          example: 'ownerName: ${{ parameters.owner | entityName }}',
        },
      ],
      filter: ref => {
        try {
          return parseEntityRef(ref, { defaultKind: 'component' }).name;
        } catch {
          return ref;
        }
      },
    }),
  ];
}
