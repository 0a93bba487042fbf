import type { Dockerfile, Instruction, Add } from 'dockerfile-ast';
import { Keyword } from 'dockerfile-ast';
import type { DockerfileProblem } from './DockerfileProblem';

const KEYWORDS = Object.values<string>(Keyword);
const REMOTE = /^(?:https?:|ftp:|git@|ssh:|git:)/i;

/** Every instruction is one, has arguments, and runs nothing unseen that comes from a network. */
export function checkInstructions(dockerfile: Dockerfile): DockerfileProblem[] {
  return dockerfile.getInstructions().flatMap(instruction => {
    const { line } = instruction.getRange().start;
    const keyword = instruction.getKeyword();
    if (!KEYWORDS.includes(keyword)) {
      return [
        {
          line,
          message: `'${keyword.slice(
            0,
            40,
          )}' is no instruction of a Dockerfile.`,
          fix: 'Correct the instruction, or join the line to the one before by a backslash.',
        },
      ];
    }
    if (instruction.getArguments().length === 0) {
      return [
        {
          line,
          message: `${keyword} has no argument.`,
          fix: 'Give it what it needs, or remove it.',
        },
      ];
    }
    return [...remoteFiles(instruction), ...remoteScripts(instruction)].map(
      problem => ({ line, ...problem }),
    );
  });
}

function remoteFiles(instruction: Instruction) {
  if (instruction.getKeyword() !== 'ADD') {
    return [];
  }
  const add = instruction as Add;
  const isVerified = add
    .getFlags()
    .some(flag => flag.getName() === 'checksum' && flag.getValue());
  const inJson = add.getJSONStrings().map(text => text.getJSONValue());
  const sources =
    inJson.length > 0
      ? inJson
      : add.getArguments().map(argument => argument.getValue());
  return sources
    .filter(source => REMOTE.test(source) && !isVerified)
    .map(source => ({
      message: `ADD fetches ${source.slice(0, 120)} without verifying it.`,
      fix: 'Download in a RUN that verifies a checksum, or give ADD a --checksum.',
    }));
}

function remoteScripts(instruction: Instruction) {
  const script = instruction.getArgumentsContent() ?? '';
  const isPiped =
    /\b(?:curl|wget)\b[^|;&\n]{0,500}\|\s*(?:sudo\s+)?(?:ba|da|z|k)?sh\b/.test(
      script,
    );
  return instruction.getKeyword() === 'RUN' && isPiped
    ? [
        {
          message: 'A script from the network is run unseen.',
          fix: 'Download it, verify its checksum, and run it then; or install a package.',
        },
      ]
    : [];
}
