import type { Dockerfile } from 'dockerfile-ast';
import { type BuildStage, inheritedInstructions } from './BuildStage';
import type { DockerfileProblem } from './DockerfileProblem';
import { expandVariables } from './expandVariables';

/** The image runs as an unprivileged user, by number: Kubernetes cannot tell of a name that it is not root's. */
export function checkUser(
  dockerfile: Dockerfile,
  last: BuildStage,
): DockerfileProblem[] {
  const user = inheritedInstructions(last, 'USER').at(-1);
  const fix =
    'End the last stage with a numeric user, such as USER 10001:10001.';
  if (!user) {
    return [
      {
        line: last.from.getRange().start.line,
        message: 'The image runs as root: its last stage has no USER.',
        fix,
      },
    ];
  }
  const { line } = user.getRange().start;
  const text = user.getArgumentsContent() ?? '';
  const name = expandVariables(dockerfile, { text, line }) ?? text;
  const shown = name.slice(0, 60);
  if (!/^\d+(:\d+)?$/.test(name)) {
    return [
      {
        line,
        message: `The user '${shown}' is no number: nobody outside the image can tell that it is not root.`,
        fix,
      },
    ];
  }
  return /^0+(:|$)/.test(name)
    ? [
        {
          line,
          message: `The image runs as user ${shown}, which is root.`,
          fix,
        },
      ]
    : [];
}
