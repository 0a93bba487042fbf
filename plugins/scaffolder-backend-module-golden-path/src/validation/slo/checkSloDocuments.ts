import {
  readSloDocuments,
  type SloDefinition,
} from '@golden-path/backstage-plugin-slo-common';
import type { ValidationContext } from '../ValidationContext';
import { checkLatencyBuckets } from './checkLatencyBuckets';

/** The service has SLO documents that can be read and measured. */
export function checkSloDocuments(context: ValidationContext): void {
  const { workspace, findings } = context;
  const documents = workspace
    .yamlFiles(`${workspace.service}slos/`)
    .map(({ path, content }) => ({ file: path, content }));
  const { slos, problems } = readSloDocuments(documents);
  for (const { severity, file, line, path, message } of problems) {
    const finding = {
      file,
      line,
      rule: 'slo-document' as const,
      message: path ? `${path}: ${message}` : message,
      fix: 'Correct the document as docs/slo/document-format.md describes it.',
    };
    if (severity === 'error') {
      findings.error(finding);
    } else {
      findings.warn(finding);
    }
  }
  if (documents.length > 0) {
    findings.checked('slo-document');
  }
  requireSlo(context, slos);
  checkLatencyBuckets(context, slos);
}

function requireSlo(
  { workspace, findings }: ValidationContext,
  slos: SloDefinition[],
): void {
  findings.checked('slo-required');
  if (slos.length === 0) {
    const [first] = workspace.yamlFiles(`${workspace.service}slos/`);
    findings.error({
      file: first?.path ?? `${workspace.service}catalog-info.yaml`,
      line: 1,
      rule: 'slo-required',
      message: 'The service has no sound SLO.',
      fix: 'Add an SLO document to slos/, such as one with the availability that users may rely on.',
    });
  }
}
