import { posix } from 'node:path';
import { LineCounter } from 'yaml';
import type { HclProblem } from './HclProblem';
import type { TerraformModule } from './TerraformModule';

/** A name and the parts after it, not itself such a part. */
const REFERENCE =
  /(?<![\w.\-\]])([A-Za-z_][\w-]*)\.([A-Za-z_][\w-]*)(?:\.([A-Za-z_][\w-]*))?/g;
/** What was there before, and need not be any more. */
const GONE = /\b(?:moved|removed)\s*\{[^}]*\}/g;

/**
 * Every variable, local value, resource, data source and module that the code of a module refers to is declared in it, and so is
 * every output of a module in the same repository.
 */
export function checkReferences(
  module: TerraformModule,
  options: {
    folder: string;
    modules: Map<string, TerraformModule>;
  },
): HclProblem[] {
  const { folder, modules } = options;
  return module.files.flatMap(({ path, masked }) => {
    const code = masked.replace(GONE, block => block.replace(/[^\n]/g, ' '));
    const lines = new LineCounter();
    lines.addNewLine(0);
    [...code.matchAll(/\n/g)].forEach(({ index }) =>
      lines.addNewLine(index + 1),
    );
    return [...code.matchAll(REFERENCE)].flatMap(
      ({ index, 1: root, 2: name, 3: part }) => {
        const undeclared = undeclaredIn(module, { root, name, part });
        const noOutput =
          root === 'module' && part && !undeclared
            ? missingOutput({ module, name, part, folder, modules })
            : undefined;
        const message = undeclared ?? noOutput;
        return message
          ? [
              {
                file: path,
                line: lines.linePos(index).line,
                message,
                fix: 'Declare it, or correct the name.',
              },
            ]
          : [];
      },
    );
  });
}

function undeclaredIn(
  module: TerraformModule,
  reference: { root: string; name: string; part?: string },
): string | undefined {
  const { root, name, part } = reference;
  switch (root) {
    case 'var':
      return module.variables.has(name)
        ? undefined
        : `The variable ${name} is not declared.`;
    case 'local':
      return module.locals.has(name)
        ? undefined
        : `The local value ${name} is not declared.`;
    case 'module':
      return module.calls.some(call => call.name === name)
        ? undefined
        : `The module ${name} is not called.`;
    case 'data':
      return !part || module.data.has(`${name}.${part}`)
        ? undefined
        : `The data source ${name}.${part} is not declared.`;
    default:
      // Types of resources begin with their provider; what has no such beginning is a name that something binds.
      return root.includes('_') &&
        !module.bound.has(root) &&
        !module.resources.has(`${root}.${name}`)
        ? `The resource ${root}.${name} is not declared.`
        : undefined;
  }
}

function missingOutput(options: {
  module: TerraformModule;
  name: string;
  part: string;
  folder: string;
  modules: Map<string, TerraformModule>;
}): string | undefined {
  const { module, name, part, folder, modules } = options;
  const source = module.calls.find(call => call.name === name)?.fields.source;
  const called = modules.get(calledFolder(folder, source) ?? '');
  return called && !called.outputs.has(part)
    ? `The module ${name} has no output ${part}.`
    : undefined;
}

/** Folder of a module in the same repository; undefined for one from elsewhere. */
export function calledFolder(
  folder: string,
  source: unknown,
): string | undefined {
  return typeof source === 'string' && /^\.\.?\//.test(source)
    ? posix.normalize(`${folder}/${source}`).replace(/\/+$/, '')
    : undefined;
}
