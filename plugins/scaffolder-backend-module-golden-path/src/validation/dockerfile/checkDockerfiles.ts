import { DockerfileParser } from 'dockerfile-ast';
import type { ValidationContext } from '../ValidationContext';
import { buildStages } from './BuildStage';
import { checkBaseImages } from './checkBaseImages';
import { checkHealth } from './checkHealth';
import { checkInstructions } from './checkInstructions';
import { checkSecrets } from './checkSecrets';
import { checkUser } from './checkUser';
import type { DockerfileProblem } from './DockerfileProblem';

/** No Dockerfile that a person writes is larger; the parser's time grows faster than the text. */
const MAX_CHARACTERS = 64 * 1024;

/** Dockerfiles build images that are the same tomorrow, run unprivileged and keep no secret. */
export function checkDockerfiles(context: ValidationContext): void {
  const { workspace, findings } = context;
  const files = workspace
    .files(workspace.service)
    .filter(({ path }) =>
      /(?:^|\/)(?:Dockerfile(?:\.[\w-]+)?|[\w.-]+\.Dockerfile)$/.test(path),
    );
  for (const { path, content } of files) {
    findings.checked('dockerfile');
    for (const { line, message, fix } of problemsOf(content)) {
      findings.error({
        file: path,
        line: line + 1,
        rule: 'dockerfile',
        message,
        fix,
      });
    }
  }
}

function problemsOf(content: string): DockerfileProblem[] {
  if (content.length > MAX_CHARACTERS || content.includes('\0')) {
    return [
      {
        line: 0,
        message: `Expected text of at most ${MAX_CHARACTERS} characters, got ${content.length}.`,
        fix: 'Move what is long into files that are copied.',
      },
    ];
  }
  const dockerfile = DockerfileParser.parse(content);
  const stages = buildStages(dockerfile);
  const last = stages.at(-1);
  if (!last) {
    return [
      {
        line: 0,
        message: 'The Dockerfile has no FROM.',
        fix: 'Begin with a base image: FROM name:tag@sha256:….',
      },
    ];
  }
  return [
    ...checkInstructions(dockerfile),
    ...checkBaseImages(dockerfile, stages),
    ...checkUser(dockerfile, last),
    ...checkHealth(last),
    ...checkSecrets(dockerfile),
  ];
}
