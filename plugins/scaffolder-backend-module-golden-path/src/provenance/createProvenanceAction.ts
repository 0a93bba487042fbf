import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  createTemplateAction,
  serializeDirectoryContents,
} from '@backstage/plugin-scaffolder-node';
import type { Provenance } from '@golden-path/backstage-plugin-golden-path-common';
import { openFolder } from '../workspace/openFolder';
import { assignOwnership } from './assignOwnership';
import { digestFiles, sha256 } from './digestFiles';
import { readParameterNames } from './readParameterNames';
import { readTemplate } from './readTemplate';

const FILE = '.golden-path.json';

/** Names the version of a template, as Semantic Versioning has it. */
const VERSION_ANNOTATION = 'golden-path.io/template-version';

/** The wizard's check page keeps in it what it has checked; nobody answered it. */
const CHECK = 'check';

/** Writes down where the files of a repository come from, so that they can be upgraded. */
export function createProvenanceAction(deps: {
  reader: UrlReaderService;
  integrations: ScmIntegrations;
}) {
  return createTemplateAction({
    id: 'golden-path:provenance',
    description: `Writes ${FILE}: the template, its version and digest, the answers, and for each file its SHA-256 and who owns it. The last step that changes files.`,
    supportsDryRun: true,
    examples: [
      {
        description:
          'Leave the workflows to the golden path, merge the chart, and give everything else to the team',
        example: `steps:
  - id: provenance
    action: golden-path:provenance
    input:
      targetPath: \${{ parameters.name }}
      answers: \${{ parameters }}
      parts: [service]
      ownership:
        - files: .github/**
          ownership: managed
        - files: charts/**
          ownership: merge
`,
      },
    ],
    schema: {
      input: {
        targetPath: z =>
          z.string().describe('Folder of the workspace: the repository'),
        answers: z =>
          z
            .record(z.unknown())
            .describe(
              'What the wizard asked; answers to what the template does not ask are left out. Secrets are no parameters',
            ),
        parts: z =>
          z
            .array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
            .max(20)
            .optional()
            .describe('The parts that were used; the digest covers them'),
        ownership: z =>
          z
            .array(
              z.object({
                files: z.string().describe('Pattern of paths'),
                ownership: z.enum(['managed', 'merge', 'seed']),
              }),
            )
            .optional()
            .describe(
              'Who changes which files later: the golden path alone (managed), both (merge), or the team alone (seed). The first match decides; files without one are seeds',
            ),
      },
      output: {
        digest: z => z.string().describe('Of the template and its parts'),
      },
    },
    async handler(ctx) {
      const { targetPath, answers, parts = [], ownership = [] } = ctx.input;
      const { baseUrl, entity } = ctx.templateInfo ?? {};
      const version = entity?.metadata.annotations?.[VERSION_ANNOTATION];
      if (!baseUrl || !entity || !version) {
        throw new InputError(
          `The template '${
            entity?.metadata.name ?? 'unknown'
          }' has no version; expected it in its annotation ${VERSION_ANNOTATION}`,
        );
      }
      const folder = await openFolder({
        workspace: ctx.workspacePath,
        path: targetPath,
        input: 'targetPath',
      });
      const { name } = entity.metadata;
      const sources = await readTemplate({
        baseUrl,
        parts,
        folder: await ctx.createTemporaryDirectory(),
        ...deps,
      });
      const asked = readParameterNames({ files: sources, baseUrl, name });
      const digest = digestFiles(sources);
      const provenance: Provenance = {
        template: name,
        version,
        digest,
        answers: sorted(answers, it => it !== CHECK && asked.has(it)),
        files: await describeFiles(folder, ownership),
      };
      await writeFile(
        join(folder, FILE),
        `${JSON.stringify(provenance, null, 2)}\n`,
      );
      ctx.output('digest', digest);
    },
  });
}

async function describeFiles(
  folder: string,
  rules: Parameters<typeof assignOwnership>[0]['rules'],
): Promise<Provenance['files']> {
  const files = (
    await serializeDirectoryContents(folder, { gitignore: false })
  ).filter(({ path }) => path !== FILE);
  const owners = await assignOwnership({
    folder,
    paths: files.map(({ path }) => path),
    rules,
  });
  return sorted(
    Object.fromEntries(
      files.map(({ path, content }) => [
        path,
        { sha256: sha256(content), ownership: owners.get(path)! },
      ]),
    ),
  );
}

/** In the order of the keys, whatever order they came in: the same answers make the same bytes. */
function sorted<T>(
  record: Record<string, T>,
  keep: (key: string) => boolean = () => true,
): Record<string, T> {
  return Object.fromEntries(
    Object.keys(record)
      .filter(keep)
      .sort()
      .map(key => [key, record[key]]),
  );
}
