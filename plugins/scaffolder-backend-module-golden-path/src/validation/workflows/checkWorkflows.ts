import type { ValidationContext } from '../ValidationContext';
import { checkDrift } from './checkDrift';
import { checkImageScan } from './checkImageScan';
import { checkManualChanges } from './checkManualChanges';
import { lintExpressions } from './lintExpressions';
import { lintSafety, lintStepSafety } from './lintSafety';
import { lintAction, lintStructure } from './lintStructure';
import { lintUses } from './lintUses';
import { Pipeline, type PipelineFile } from './Pipeline';
import type { WorkflowProblem } from './WorkflowProblem';

/** Workflows are sound and safe, scan images, look for drift and change nothing by hand. */
export function checkWorkflows(context: ValidationContext): void {
  const { workspace } = context;
  const pipeline = new Pipeline(workspace);
  for (const workflow of pipeline.workflows) {
    report(context, workflow, [
      ...lintStructure(workflow),
      ...lintSafety(workflow),
      ...lintExpressions(workflow.root),
      ...workflow.jobs.flatMap(({ fields, path, steps }) => [
        ...lintUses({ uses: fields.uses, path, workspace }),
        ...steps.flatMap(lintStepSafety),
        ...steps.flatMap(step =>
          lintUses({ uses: step.fields.uses, path: step.path, workspace }),
        ),
      ]),
    ]);
  }
  for (const action of pipeline.actions) {
    report(context, action, [
      ...lintAction(action),
      ...lintExpressions(action.root),
      ...action.steps.flatMap(lintStepSafety),
      ...action.steps.flatMap(step =>
        lintUses({ uses: step.fields.uses, path: step.path, workspace }),
      ),
    ]);
  }
  checkImageScan(context, pipeline);
  checkDrift(context, pipeline);
  checkManualChanges(context, pipeline);
}

function report(
  { findings }: ValidationContext,
  { file, document }: PipelineFile,
  problems: WorkflowProblem[],
): void {
  findings.checked('workflow-lint');
  for (const { path, message, fix, severity } of problems) {
    const finding = {
      file,
      line: document.lineOf(path),
      rule: 'workflow-lint' as const,
      message,
      fix,
    };
    if (severity === 'warning') {
      findings.warn(finding);
    } else {
      findings.error(finding);
    }
  }
}
