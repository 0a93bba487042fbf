import type { YamlPath } from '../yaml/YamlFile';

/** What is wrong at a place of a workflow or action. */
export interface WorkflowProblem {
  path: YamlPath;
  message: string;
  fix: string;
  severity?: 'warning';
}
