import { type BuildStage, inheritedInstructions } from './BuildStage';
import type { DockerfileProblem } from './DockerfileProblem';

/** The image decides on a health check, also where it decides for none. */
export function checkHealth(last: BuildStage): DockerfileProblem[] {
  if (inheritedInstructions(last, 'HEALTHCHECK').length > 0) {
    return [];
  }
  return [
    {
      line: last.from.getRange().start.line,
      message: 'The image does not say whether it has a health check.',
      fix: 'Add HEALTHCHECK NONE where the platform probes the container, or HEALTHCHECK CMD where nothing else does.',
    },
  ];
}
