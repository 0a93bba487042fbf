import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { copyPart } from './copyPart';

/** Brings what templates share into the workspace. */
export function createPartsAction(deps: {
  reader: UrlReaderService;
  integrations: ScmIntegrations;
}) {
  return createTemplateAction({
    id: 'golden-path:parts',
    description:
      'Copies parts that templates share, folders of `parts/` in or beside the folder of the template, into the workspace, unrendered.',
    supportsDryRun: true,
    examples: [
      {
        description:
          'Copy two parts to `.parts/service` and `.parts/application-go`, to be rendered by `golden-path:template`',
        example: `steps:
  - id: parts
    action: golden-path:parts
    input:
      parts: [service, application-go]
`,
      },
    ],
    schema: {
      input: {
        parts: z =>
          z
            .array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
            .min(1)
            .max(20)
            .describe('Names of folders in `parts/`'),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace that gets them; default .parts'),
      },
    },
    async handler(ctx) {
      const { parts, targetPath = '.parts' } = ctx.input;
      const baseUrl = ctx.templateInfo?.baseUrl;
      if (!baseUrl) {
        throw new InputError(
          'Where the template is from is not known; expected one that is registered in the catalog',
        );
      }
      const folder = resolveSafeChildPath(ctx.workspacePath, targetPath);
      for (const part of parts) {
        await copyPart({
          part,
          baseUrl,
          target: resolveSafeChildPath(folder, part),
          ...deps,
        });
        ctx.logger.info(`Copied part ${part}`);
      }
    },
  });
}
