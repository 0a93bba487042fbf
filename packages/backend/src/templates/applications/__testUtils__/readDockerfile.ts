/** One instruction, such as `COPY` with `--from=build /app/dist ./dist`. */
export interface Instruction {
  keyword: string;
  value: string;
}

/** The stages of a Dockerfile, each with the instructions after its `FROM`. */
export interface BuildStage {
  image: string;
  name?: string;
  instructions: Instruction[];
}

/** Reads a Dockerfile as plain as those of the templates: no heredocs, no flags but `--from`. */
export function readDockerfile(text: string): BuildStage[] {
  const stages: BuildStage[] = [];
  for (const line of text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter(Boolean)) {
    const [, keyword, value] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (keyword === 'FROM') {
      const [image, , name] = value.split(/\s+/);
      stages.push({ image, name, instructions: [] });
    } else if (keyword) {
      stages[stages.length - 1].instructions.push({ keyword, value });
    } else {
      throw new Error(`Not an instruction: ${line}`);
    }
  }
  return stages;
}
