import { InputError, isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  createTemplateAction,
  type ActionContext,
} from '@backstage/plugin-scaffolder-node';

/** Adds what a template made to the catalog, also where a run that died did so before. */
export function createRegisterAction(deps: { catalog: CatalogService }) {
  return createTemplateAction({
    id: 'golden-path:register',
    description:
      'Adds a file of entities to the catalog, and lets it be where it is there already: unlike `catalog:register`, it can be run again after a run that died.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Add the entities of a new repository',
        example: `steps:
  - id: register
    action: golden-path:register
    input:
      catalogInfoUrl: \${{ steps.publish.output.catalogInfoUrl }}
`,
      },
    ],
    schema: {
      input: {
        catalogInfoUrl: z =>
          z.string().max(2_000).describe('Address of the file, absolute'),
      },
      output: {
        catalogInfoUrl: z => z.string().describe('As it was given'),
      },
    },
    async handler(ctx) {
      const { catalogInfoUrl } = ctx.input;
      ctx.output('catalogInfoUrl', catalogInfoUrl);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would add ${catalogInfoUrl} to the catalog`);
        return;
      }
      // Nothing is published in a dry run, so there it is not known.
      if (!URL.canParse(catalogInfoUrl)) {
        throw new InputError(
          `catalogInfoUrl is '${catalogInfoUrl}'; expected an absolute URL`,
        );
      }
      const added = await add(ctx, deps.catalog, catalogInfoUrl);
      ctx.logger.info(
        added
          ? `Added ${catalogInfoUrl} to the catalog`
          : `${catalogInfoUrl} is in the catalog already`,
      );
    },
  });
}

/** Whether it was not there yet. Asking the catalog first would need another permission. */
async function add(
  ctx: Pick<ActionContext<{}>, 'getInitiatorCredentials'>,
  catalog: CatalogService,
  target: string,
): Promise<boolean> {
  try {
    await catalog.addLocation(
      { type: 'url', target },
      { credentials: await ctx.getInitiatorCredentials() },
    );
    return true;
  } catch (error) {
    if (isConflict(error)) {
      return false;
    }
    throw error;
  }
}

/** Said by the catalog itself, or by its client. */
function isConflict(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'ConflictError' || error.statusCode === 409)
  );
}
