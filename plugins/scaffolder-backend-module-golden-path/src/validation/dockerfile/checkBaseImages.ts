import type { Copy, Dockerfile } from 'dockerfile-ast';
import type { BuildStage } from './BuildStage';
import type { DockerfileProblem } from './DockerfileProblem';
import { expandVariables } from './expandVariables';

const FIX =
  'Name the image by tag and digest, such as node:22-bookworm-slim@sha256:…; Renovate moves both.';

/** Every image that is built on or copied from is pinned by digest, and none is `latest`. */
export function checkBaseImages(
  dockerfile: Dockerfile,
  stages: BuildStage[],
): DockerfileProblem[] {
  const bases = stages
    .filter(({ base }) => !base)
    .map(({ from }) => ({
      image: from.getImage() ?? '',
      line: from.getRange().start.line,
    }));
  const names = stages.map(({ name }, index) => [name, String(index)]).flat();
  const sources = stages
    .flatMap(({ instructions }) => instructions)
    .filter(instruction => instruction.getKeyword() === 'COPY')
    .map(instruction => ({
      image: (instruction as Copy).getFromFlag()?.getValue() ?? '',
      line: instruction.getRange().start.line,
    }))
    .filter(
      ({ image }) =>
        image !== '' && !names.includes(image.toLocaleLowerCase('en-US')),
    );
  return [...bases, ...sources].flatMap(({ image, line }) => {
    const name = expandVariables(dockerfile, { text: image, line });
    return name === 'scratch' ? [] : problemsOf(name ?? image, line);
  });
}

function problemsOf(image: string, line: number): DockerfileProblem[] {
  const shown = image.slice(0, 120);
  const problems: DockerfileProblem[] = [];
  if (!/@sha256:[0-9a-f]{64}$/.test(image)) {
    problems.push({
      line,
      message: `The image ${shown} is not pinned by digest: it can change from one build to the next.`,
      fix: FIX,
    });
  }
  if (/:latest(@|$)/.test(image)) {
    problems.push({
      line,
      message: `The image ${shown} is named latest, which says of nobody which version it is.`,
      fix: FIX,
    });
  }
  return problems;
}
