import { posix } from 'node:path';
import type { ValidationContext } from '../ValidationContext';
import { checkModuleCalls } from './checkModuleCalls';
import { checkReferences } from './checkReferences';
import type { HclProblem } from './HclProblem';
import { HclParser } from './HclParser';
import { TerraformModule } from './TerraformModule';

const HCL = /\.(?:tf|tfvars|hcl)$/;
/** 256 kB: no file that a person writes is larger. */
const MAX_CHARACTERS = 256 * 1024;

/** Terraform code is well-formed, and all that it refers to is there. */
export async function checkHcl(context: ValidationContext): Promise<void> {
  const { workspace, findings } = context;
  const add = (problem: HclProblem) =>
    findings.error({ ...problem, rule: 'hcl-reference' });
  const folders = new Map<
    string,
    { path: string; value: Record<string, unknown>; text: string }[]
  >();
  /** A folder that cannot be read whole says nothing of what is missing in it. */
  const incomplete = new Set<string>();

  for (const { path, content } of workspace.files(workspace.service)) {
    if (!HCL.test(path)) {
      continue;
    }
    findings.checked('hcl-reference');
    const folder = posix.dirname(path);
    const result =
      content.length > MAX_CHARACTERS
        ? {
            error: `expected at most ${MAX_CHARACTERS} characters, got ${content.length}`,
            line: 1,
          }
        : await HclParser.shared.parse(posix.basename(path), content);
    if ('error' in result) {
      incomplete.add(folder);
      add({
        file: path,
        line: result.line,
        message: `The file is no sound HCL: ${result.error}`,
        fix: 'Correct the syntax at this line.',
      });
    } else if (path.endsWith('.tf')) {
      const files = folders.get(folder) ?? [];
      files.push({ path, value: result.value, text: content });
      folders.set(folder, files);
    }
  }

  const modules = new Map(
    [...folders]
      .filter(([folder]) => !incomplete.has(folder))
      .map(([folder, files]) => [folder, new TerraformModule(files)]),
  );
  for (const [folder, module] of modules) {
    checkReferences(module, { folder, modules }).forEach(add);
    checkModuleCalls(module, { folder, modules, incomplete }).forEach(add);
  }
}
