import type { ValidationContext } from '../ValidationContext';

/** Every YAML file can be read, the way its reader reads it. */
export function checkYamlSyntax(context: ValidationContext): void {
  const { workspace, findings } = context;
  for (const { path } of workspace.yamlFiles()) {
    findings.checked('yaml-syntax');
    for (const { line, message } of workspace.yaml(path).errors) {
      findings.error({
        file: path,
        line,
        rule: 'yaml-syntax',
        message: `The file is no sound YAML: ${message}.`.replace(/\.\.$/, '.'),
        fix: 'Correct the YAML at this line.',
      });
    }
  }
}
