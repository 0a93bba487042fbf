import { calledFolder } from './checkReferences';
import type { HclProblem } from './HclProblem';
import type { ModuleCall, TerraformModule } from './TerraformModule';

/** Arguments of a call that are Terraform's own. */
const META = [
  'source',
  'version',
  'count',
  'for_each',
  'providers',
  'depends_on',
];

/** A call of a module in the same repository gives what the module asks for, and nothing else. */
export function checkModuleCalls(
  module: TerraformModule,
  options: {
    folder: string;
    modules: Map<string, TerraformModule>;
    /** Folders that cannot be read whole. */
    incomplete: Set<string>;
  },
): HclProblem[] {
  const { folder, modules, incomplete } = options;
  return module.calls.flatMap(call => {
    const source = calledFolder(folder, call.fields.source);
    if (source === undefined || incomplete.has(source)) {
      return [];
    }
    const called = modules.get(source);
    const at = (argument?: string) => ({
      file: call.file.path,
      line: lineOf(call, argument),
    });
    if (!called) {
      return [
        {
          ...at('source'),
          message: `The module ${call.name} is not in the repository: ${String(
            call.fields.source,
          ).slice(0, 100)}.`,
          fix: 'Correct the source.',
        },
      ];
    }
    const given = Object.keys(call.fields).filter(key => !META.includes(key));
    return [
      ...given
        .filter(argument => !called.variables.has(argument))
        .map(argument => ({
          ...at(argument),
          message: `The module ${call.name} has no variable ${argument}.`,
          fix: 'Remove the argument, or declare the variable in the module.',
        })),
      ...[...called.variables]
        .filter(([name, { required }]) => required && !given.includes(name))
        .map(([name]) => ({
          ...at(),
          message: `The module ${call.name} needs the variable ${name}.`,
          fix: `Add ${name} to the call, or give it a default in the module.`,
        })),
    ];
  });
}

/** Of the call, or of an argument in it. */
function lineOf({ name, file }: ModuleCall, argument?: string): number {
  const lines = file.text.split('\n');
  const start = lines.findIndex(line =>
    line.replace(/\s+/g, ' ').startsWith(`module "${name}"`),
  );
  const inside = argument
    ? lines.findIndex(
        (line, index) =>
          index > start && line.split('=')[0].trim() === argument,
      )
    : start;
  return Math.max(inside < 0 ? start : inside, 0) + 1;
}
