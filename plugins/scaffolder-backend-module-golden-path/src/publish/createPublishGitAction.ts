import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { assertBranch } from '../git/assertBranch';
import { contentsUrl } from '../git/contentsUrl';
import type { CommitAuthor } from '../git/Git';
import type { RemoteAccess } from '../git/RemoteAccess';
import { RemoteRepository } from '../git/RemoteRepository';
import { openFolder } from '../workspace/openFolder';
import { publishRepository } from './publishRepository';

/** Publishes a repository by nothing but the protocol of git. */
export function createPublishGitAction(deps: {
  access: RemoteAccess;
  author: CommitAuthor;
  integrations: ScmIntegrations;
}) {
  const { access, author, integrations } = deps;
  return createTemplateAction({
    id: 'golden-path:publish:git',
    description:
      'Pushes a folder of the workspace as the first commit of an empty repository, to any git server over HTTP(S) that goldenPath.git.remotes or integrations name. A run after one that ended early finds its own repository again; a repository with other content is never touched.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Publish a service',
        example: `steps:
  - id: publish-git
    action: golden-path:publish:git
    input:
      repository: https://git.example.com/shop/orders-api.git
      sourcePath: orders-api
      entityRef: component:default/orders-api
`,
      },
    ],
    schema: {
      input: {
        repository: z =>
          z
            .string()
            .describe(
              'URL of the repository, or as RepoUrlPicker names it. It has no commit yet, or does not exist on a server that makes repositories by a push',
            ),
        sourcePath: z =>
          z.string().describe('Folder of the workspace that is published'),
        entityRef: z =>
          z
            .string()
            .describe('Full ref of the component that the repository is for'),
        description: z =>
          z.string().optional().describe('Body of the first commit'),
        defaultBranch: z =>
          z.string().optional().describe('Name of its branch; default main'),
      },
      output: {
        remoteUrl: z => z.string().describe('URL to clone it from'),
        repoContentsUrl: z => z.string().describe('Where its files are'),
        commitHash: z => z.string().describe('SHA of the first commit'),
        catalogInfoUrl: z =>
          z.string().describe('Where its catalog-info.yaml is'),
      },
    },
    async handler(ctx) {
      const { defaultBranch: branch = 'main', description } = ctx.input;
      assertBranch(branch, 'defaultBranch');
      const entityRef = stringifyEntityRef(parseEntityRef(ctx.input.entityRef));
      const { name } = parseEntityRef(entityRef);
      const remote = await access.open(ctx.input.repository);
      const folder = await openFolder({
        workspace: ctx.workspacePath,
        path: ctx.input.sourcePath,
        input: 'sourcePath',
      });

      const commitHash = ctx.isDryRun
        ? '0'.repeat(40)
        : await ctx.checkpoint({
            key: `publish.${remote.url}`,
            fn: () =>
              RemoteRepository.use(
                { remote, signal: ctx.signal },
                async repository => {
                  const published = await publishRepository({
                    repository,
                    folder,
                    branch,
                    entityRef,
                    title: description
                      ? `Create ${name}\n\n${description}`
                      : `Create ${name}`,
                    author,
                    requestedBy: ctx.user?.ref,
                    at: new Date(),
                  });
                  ctx.logger.info(
                    published.isNew
                      ? `Published ${remote.url}`
                      : `${remote.url} was published before, with the same content`,
                  );
                  return published.commitHash;
                },
              ),
          });

      const contents = contentsUrl({
        repository: remote,
        branch,
        integrations,
        view: 'blob',
      });
      ctx.output('remoteUrl', remote.address);
      ctx.output('repoContentsUrl', contents);
      ctx.output('commitHash', commitHash);
      ctx.output('catalogInfoUrl', `${contents}/catalog-info.yaml`);
    },
  });
}
