import { record } from '../record';
import type { YamlDocument, YamlPath } from '../yaml/YamlFile';

/** A step of a job or of a composite action. */
export interface WorkflowStep {
  file: string;
  document: YamlDocument;
  path: YamlPath;
  fields: Record<string, unknown>;
}

/** The steps of a list, where it is one. */
export function stepsAt(options: {
  file: string;
  document: YamlDocument;
  path: YamlPath;
  value: unknown;
}): WorkflowStep[] {
  const { file, document, path, value } = options;
  return Array.isArray(value)
    ? value.map((step, index) => ({
        file,
        document,
        path: [...path, index],
        fields: record(step),
      }))
    : [];
}

/** The action that a step uses, without its version: `actions/checkout`. */
export function actionOf({ fields }: WorkflowStep): string {
  return typeof fields.uses === 'string' ? fields.uses.split('@')[0] : '';
}
