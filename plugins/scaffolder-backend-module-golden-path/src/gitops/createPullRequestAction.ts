import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { assertBranch } from '../git/assertBranch';
import { contentsUrl } from '../git/contentsUrl';
import type { CommitAuthor } from '../git/Git';
import type { RemoteAccess } from '../git/RemoteAccess';
import { RemoteRepository } from '../git/RemoteRepository';
import { openFolder } from '../workspace/openFolder';
import { proposeFiles } from './proposeFiles';
import type { PullRequests } from './PullRequests';

/** Proposes files to a GitOps repository. */
export function createPullRequestAction(deps: {
  access: RemoteAccess;
  author: CommitAuthor;
  integrations: ScmIntegrations;
  pullRequests: PullRequests;
}) {
  const { access, author, integrations, pullRequests } = deps;
  return createTemplateAction({
    id: 'golden-path:gitops:pull-request',
    description:
      'Adds the files of a folder to a repository that exists, on a branch of their own, and opens a pull request on GitHub or a merge request on GitLab; elsewhere the pushed branch is the proposal. A run after one that ended early takes its own branch up again. No file that is there is changed.',
    supportsDryRun: true,
    examples: [
      {
        description: 'Propose the environments of a service',
        example: `steps:
  - id: gitops
    action: golden-path:gitops:pull-request
    input:
      repository: https://github.com/shop/gitops
      sourcePath: gitops
      branch: golden-path/orders-api
      title: Add orders-api
`,
      },
    ],
    schema: {
      input: {
        repository: z =>
          z
            .string()
            .describe('URL of the repository, or as RepoUrlPicker names it'),
        sourcePath: z =>
          z.string().describe('Folder of the workspace with the files'),
        branch: z => z.string().describe('The branch that is pushed'),
        title: z => z.string().min(1).max(200),
        description: z => z.string().max(10_000).optional(),
        targetBranch: z =>
          z
            .string()
            .optional()
            .describe('The branch that gets the files; default main'),
      },
      output: {
        url: z => z.string().describe('The pull request, or the branch'),
        branch: z =>
          z
            .string()
            .describe(
              'The branch that has the files; the target where it has them already',
            ),
        commitHash: z => z.string().describe('SHA of its newest commit'),
      },
    },
    async handler(ctx) {
      const { branch, title, description, sourcePath } = ctx.input;
      const { targetBranch: target = 'main' } = ctx.input;
      assertBranch(branch, 'branch');
      assertBranch(target, 'targetBranch');
      const remote = await access.open(ctx.input.repository);
      const folder = await openFolder({
        workspace: ctx.workspacePath,
        path: sourcePath,
        input: 'sourcePath',
      });

      const proposed = ctx.isDryRun
        ? { branch, commitHash: '0'.repeat(40) }
        : await ctx.checkpoint({
            key: `push.${remote.url}.${branch}`,
            fn: () =>
              RemoteRepository.use(
                { remote, signal: ctx.signal },
                async repository => {
                  const { isNew, ...result } = await proposeFiles({
                    repository,
                    folder,
                    branch,
                    target,
                    title,
                    description,
                    author,
                    requestedBy: ctx.user?.ref,
                    at: new Date(),
                  });
                  ctx.logger.info(
                    isNew
                      ? `Pushed branch ${branch} to ${remote.url}`
                      : `Branch ${result.branch} of ${remote.url} has the files already`,
                  );
                  return result;
                },
              ),
          });

      const page = contentsUrl({
        repository: remote,
        branch: proposed.branch,
        integrations,
        view: 'tree',
      });
      const isProposal = !ctx.isDryRun && proposed.branch !== target;
      const url = isProposal
        ? await pullRequests.open(
            remote,
            { branch, target, title, description: description ?? '' },
            { signal: ctx.signal },
          )
        : undefined;
      ctx.output('url', url ?? page);
      ctx.output('branch', proposed.branch);
      ctx.output('commitHash', proposed.commitHash);
    },
  });
}
