import { commandOnPath } from '../process/commandOnPath.mjs';

const tools = [
  {
    tests: 'tests against a real Prometheus',
    commands: ['prometheus', 'promtool'],
  },
  {
    tests: 'tests of exports against real policy engines',
    commands: ['opa', 'conftest', 'gator', 'kyverno'],
  },
];

/** Which tests cannot run, and the programs that this machine lacks for them. */
export function missingTestTools(path = process.env.PATH) {
  return tools
    .map(({ tests, commands }) => ({
      tests,
      missing: commands.filter(command => !commandOnPath(command, path)),
    }))
    .filter(({ missing }) => missing.length > 0);
}
