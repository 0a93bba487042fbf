import type { Dockerfile, From, Instruction } from 'dockerfile-ast';

/** A stage of a Dockerfile: a `FROM` and what follows it. */
export interface BuildStage {
  from: From;
  name?: string;
  /** The earlier stage that it continues. */
  base?: BuildStage;
  instructions: Instruction[];
}

/** The stages of a Dockerfile, in its order. */
export function buildStages(dockerfile: Dockerfile): BuildStage[] {
  const stages: BuildStage[] = [];
  for (const instruction of dockerfile.getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const from = instruction as From;
      const image = from.getImage()?.toLocaleLowerCase('en-US');
      stages.push({
        from,
        name: from.getBuildStage()?.toLocaleLowerCase('en-US'),
        base: stages.find(({ name }) => name !== undefined && name === image),
        instructions: [],
      });
    } else {
      stages.at(-1)?.instructions.push(instruction);
    }
  }
  return stages;
}

/** What a stage and those that it continues do by an instruction, the latest last. */
export function inheritedInstructions(
  stage: BuildStage,
  keyword: string,
): Instruction[] {
  const own = stage.instructions.filter(
    instruction => instruction.getKeyword() === keyword,
  );
  return stage.base
    ? [...inheritedInstructions(stage.base, keyword), ...own]
    : own;
}
