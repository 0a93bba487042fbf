import type { ValidationContext } from '../ValidationContext';
import type { Pipeline } from './Pipeline';

const SCRIPTS =
  /(?:\.(?:sh|bash)|(?:^|\/)(?:Makefile|Justfile|Taskfile\.ya?ml))$/;
/** Longer ones are no scripts. */
const MAX_CHARACTERS = 256 * 1024;

const CHANGES =
  /(?:^|[\s;&|(`"'])(?:kubectl|oc)\s(?:[^\n|;&]*?\s)?(apply|create|replace|patch|edit|delete|scale|set|annotate|label|run|expose|autoscale|rollout\s+(?:restart|undo))\b/;

/** No workflow or script changes a cluster by hand: what is there comes from Terraform, Helm or GitOps. */
export function checkManualChanges(
  { workspace, findings }: ValidationContext,
  pipeline: Pipeline,
): void {
  const texts = [
    ...pipeline.stepLists.flat().flatMap(step => {
      const { run } = step.fields;
      const line = step.document.lineOfValue([...step.path, 'run']);
      return typeof run === 'string'
        ? [{ file: step.file, text: run, line }]
        : [];
    }),
    ...workspace
      .files(workspace.service)
      .filter(
        ({ path, content }) =>
          SCRIPTS.test(path) && content.length <= MAX_CHARACTERS,
      )
      .map(({ path, content }) => ({ file: path, text: content, line: 1 })),
  ];
  findings.checked('terraform-only');
  for (const { file, text, line } of texts) {
    text.split('\n').forEach((command, index) => {
      const verb = changeIn(command);
      if (verb) {
        findings.error({
          file,
          line: line + index,
          rule: 'terraform-only',
          message: `The script changes the cluster by hand: kubectl ${verb}.`,
          fix: 'Move what it makes into the chart or Terraform, where Argo CD or the pipeline applies it.',
        });
      }
    });
  }
}

function changeIn(command: string): string | undefined {
  const code = command.replace(/(?:^|\s)#.*$/, '').slice(0, 2_000);
  return /--dry-run\b/.test(code)
    ? undefined
    : CHANGES.exec(code)?.[1].replace(/\s+/g, ' ');
}
