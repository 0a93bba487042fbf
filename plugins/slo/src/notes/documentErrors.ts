import type { EntityBudget } from '@golden-path/backstage-plugin-slo-common';
import type { SloNote } from './SloNote';

/** One note for each document that has errors, in the order of the answer. */
export function documentErrors({ problems, slos }: EntityBudget): SloNote[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const files = [...new Set(errors.map(({ file }) => file))];
  return files.map(file => ({
    kind: 'documentError',
    file,
    problems: errors.filter(problem => problem.file === file),
    document: slos.find(({ document }) => document.file === file)?.document,
  }));
}
