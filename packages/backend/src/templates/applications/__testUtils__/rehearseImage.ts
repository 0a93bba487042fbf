import { cp, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readDockerfile } from './readDockerfile';
import { runProgram } from './runProgram';

/** What an image starts, and with what. */
export interface ContainerStart {
  cwd: string;
  env: NodeJS.ProcessEnv;
  command: string[];
}

/** Where the Dockerfiles of the templates do everything. */
const WORKDIR = '/app';

/**
 * Does what a Dockerfile says without a container: a folder per stage stands for its `/app`, and this machine's own
 * programs for those of the base images. What it proves is that nothing is missing of what the image starts with.
 *
 * @param options - `context`: the folder with the Dockerfile; `into`: gets a folder per stage
 */
export async function rehearseImage(options: {
  context: string;
  into: string;
}): Promise<ContainerStart> {
  const { context, into } = options;
  const stages = readDockerfile(
    await readFile(join(context, 'Dockerfile'), 'utf8'),
  );
  const folders = new Map<string, string>();
  let start: ContainerStart | undefined;

  for (const [index, { name = 'final', instructions }] of stages.entries()) {
    const cwd = join(into, `${index}-${name}`);
    await mkdir(cwd, { recursive: true });
    folders.set(name, cwd);
    const env: NodeJS.ProcessEnv = {};
    let command: string[] = [];

    for (const { keyword, value } of instructions) {
      switch (keyword) {
        case 'WORKDIR':
          expect(value).toBe(WORKDIR);
          break;
        case 'ENV':
          for (const [, key, text] of value.matchAll(/(\w+)=(\S+)/g)) {
            env[key] = text
              .replace(WORKDIR, cwd)
              .replace('$PATH', process.env.PATH ?? '');
          }
          break;
        case 'COPY':
          await copy({ value, context, folders, cwd });
          break;
        case 'RUN':
          await runProgram(['sh', '-ec', value], { cwd, env });
          break;
        case 'CMD':
          command = JSON.parse(value);
          break;
        case 'USER':
        case 'EXPOSE':
        case 'HEALTHCHECK':
          break;
        default:
          throw new Error(`No rehearsal of ${keyword} ${value}`);
      }
    }
    start = { cwd, env, command };
  }
  if (!start) {
    throw new Error('The Dockerfile has no stage');
  }
  return start;
}

async function copy(options: {
  value: string;
  context: string;
  folders: Map<string, string>;
  cwd: string;
}): Promise<void> {
  const { value, context, folders, cwd } = options;
  const words = value.split(/\s+/);
  const from = words[0].startsWith('--from=')
    ? folders.get(words.shift()!.slice('--from='.length))
    : undefined;
  const to = words.pop()!;
  const allowed = from
    ? undefined
    : (await readFile(join(context, '.dockerignore'), 'utf8')).split('\n');

  for (const source of words) {
    // All is kept out of the build that is not let in by its name.
    if (allowed && !allowed.includes(`!${source}`)) {
      throw new Error(`.dockerignore keeps ${source} out`);
    }
    await cp(
      from ? source.replace(WORKDIR, from) : join(context, source),
      to === './' ? join(cwd, basename(source)) : join(cwd, to),
      { recursive: true, verbatimSymlinks: true },
    );
  }
}
