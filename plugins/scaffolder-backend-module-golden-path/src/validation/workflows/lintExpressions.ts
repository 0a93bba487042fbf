import type { YamlPath } from '../yaml/YamlFile';
import type { WorkflowProblem } from './WorkflowProblem';

/** Every expression in a file is closed. */
export function lintExpressions(
  value: unknown,
  path: YamlPath = [],
): WorkflowProblem[] {
  if (typeof value === 'string') {
    const isOpen = value
      .split('${{')
      .slice(1)
      .some(rest => !rest.includes('}}'));
    return isOpen
      ? [
          {
            path,
            message: 'The expression is not closed.',
            fix: 'End it with }}.',
          },
        ]
      : [];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, item]) =>
    lintExpressions(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
