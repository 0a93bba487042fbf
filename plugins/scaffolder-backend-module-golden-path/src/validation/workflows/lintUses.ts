import type { Workspace } from '../Workspace';
import type { YamlPath } from '../yaml/YamlFile';
import type { WorkflowProblem } from './WorkflowProblem';

const REPOSITORY = /^[\w.-]+\/[\w.-]+(?:\/[\w./-]+)?@([^@]+)$/;

/** What a job or step uses is pinned by commit SHA or digest, or is in the repository. */
export function lintUses(options: {
  uses: unknown;
  path: YamlPath;
  workspace: Workspace;
}): WorkflowProblem[] {
  const { uses, path, workspace } = options;
  if (typeof uses !== 'string') {
    return [];
  }
  const shown = uses.slice(0, 120);
  const problem = (message: string, fix: string) => [
    { path: [...path, 'uses'], message, fix },
  ];
  if (uses.startsWith('./')) {
    const local = `${workspace.service}${uses.slice(2).replace(/\/+$/, '')}`;
    const exists = [local, `${local}/action.yml`, `${local}/action.yaml`].some(
      file => workspace.file(file),
    );
    return exists
      ? []
      : problem(
          `${shown} is not in the repository.`,
          'Name a workflow, or a folder with action.yml.',
        );
  }
  if (uses.startsWith('docker://')) {
    return /@sha256:[0-9a-f]{64}$/.test(uses)
      ? []
      : problem(
          `The image ${shown} is not pinned by digest.`,
          'Add its digest: docker://name@sha256:….',
        );
  }
  const version = REPOSITORY.exec(uses)?.[1];
  if (version === undefined) {
    return problem(
      `${shown} is no action.`,
      'Name it as owner/repository@ and the full commit SHA.',
    );
  }
  return /^[0-9a-f]{40}$/.test(version)
    ? []
    : problem(
        `${shown} is not pinned: a tag or branch can be moved to other code.`,
        'Name the full commit SHA, and the version in a comment; Renovate moves both.',
      );
}
