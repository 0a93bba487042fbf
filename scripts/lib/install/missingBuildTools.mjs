import { commandOnPath } from '../process/commandOnPath.mjs';

const tools = [
  { name: 'python3', commands: ['python3'] },
  { name: 'make', commands: ['make', 'gmake'] },
  { name: 'g++', commands: ['g++', 'c++', 'clang++'] },
];

/** What node-gyp needs to compile an addon and this machine lacks. */
export function missingBuildTools(path = process.env.PATH) {
  return tools
    .filter(({ commands }) => !commands.some(c => commandOnPath(c, path)))
    .map(({ name }) => name);
}
