import { record } from '../record';
import type { ValidationContext } from '../ValidationContext';
import type { Pipeline } from './Pipeline';

/** What finds differences: a plan's exit code, Argo CD's comparison. */
const COMPARES =
  /-detailed-exitcode\b|-refresh-only\b|\bargocd\s+app\s+diff\b|\bOutOfSync\b|\bdriftctl\b/;

/** A workflow looks on a schedule whether what runs is what is written down. */
export function checkDrift(
  { workspace, findings }: ValidationContext,
  pipeline: Pipeline,
): void {
  findings.checked('drift-detection');
  const scheduled = pipeline.workflows.filter(
    ({ root }) => record(root.on).schedule !== undefined,
  );
  const compares = scheduled.some(({ jobs }) =>
    jobs
      .flatMap(({ steps }) => steps)
      .some(step =>
        pipeline.scriptsOf(step).some(script => COMPARES.test(script)),
      ),
  );
  if (!compares) {
    findings.error({
      file: scheduled[0]?.file ?? `${workspace.service}.github/workflows`,
      line: 1,
      rule: 'drift-detection',
      message:
        'No scheduled workflow compares what runs with what is declared.',
      fix: 'Add a workflow with a schedule that asks Argo CD, or plans with -detailed-exitcode, and fails on a difference.',
    });
  }
}
