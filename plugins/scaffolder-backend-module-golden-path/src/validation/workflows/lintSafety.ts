import { record } from '../record';
import type { YamlPath } from '../yaml/YamlFile';
import type { PipelineFile } from './Pipeline';
import type { WorkflowProblem } from './WorkflowProblem';
import { actionOf, type WorkflowStep } from './WorkflowStep';

/** They run with the repository's secrets on what strangers wrote. */
const DANGEROUS = ['pull_request_target', 'workflow_run'];

/** A workflow has few permissions, each for those who need them, ends in time, and hands out no secrets in bulk. */
export function lintSafety({ root, jobs }: PipelineFile): WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  for (const trigger of triggersOf(root).filter(name =>
    DANGEROUS.includes(name),
  )) {
    problems.push({
      path: ['on', trigger],
      message: `The trigger ${trigger} runs with secrets on what others wrote.`,
      fix: 'Use pull_request, and push for what needs secrets.',
    });
  }
  problems.push(
    ...lintPermissions({ value: root.permissions, path: ['permissions'] }),
  );
  for (const [scope, level] of Object.entries(record(root.permissions))) {
    if (level === 'write') {
      problems.push({
        path: ['permissions', scope],
        message: `Every job may write ${scope}.`,
        fix: 'Give the permission to the job that needs it, and permissions: {} to the workflow.',
        severity: 'warning',
      });
    }
  }
  for (const { name, path, fields } of jobs) {
    if (root.permissions === undefined && fields.permissions === undefined) {
      problems.push({
        path,
        message: `The job ${name} has all permissions that the repository gives: neither it nor the workflow names any.`,
        fix: 'Add permissions: {} to the workflow, and to each job what it needs.',
      });
    }
    problems.push(
      ...lintPermissions({
        value: fields.permissions,
        path: [...path, 'permissions'],
      }),
    );
    if (fields.uses === undefined && fields['timeout-minutes'] === undefined) {
      problems.push({
        path,
        message: `The job ${name} may run for six hours: it has no timeout-minutes.`,
        fix: 'Add timeout-minutes, somewhat longer than the job takes.',
      });
    }
    if (fields.secrets === 'inherit') {
      problems.push({
        path: [...path, 'secrets'],
        message: `The job ${name} hands all secrets on.`,
        fix: 'Name the secrets that the called workflow needs.',
      });
    }
  }
  return problems;
}

function lintPermissions(options: {
  value: unknown;
  path: YamlPath;
}): WorkflowProblem[] {
  const { value, path } = options;
  return value === 'write-all' || value === 'read-all'
    ? [
        {
          path,
          message: `The permissions are ${value}.`,
          fix: 'Name the permissions that are needed.',
        },
      ]
    : [];
}

function triggersOf({ on }: Record<string, unknown>): string[] {
  if (Array.isArray(on)) {
    return on.map(String);
  }
  return typeof on === 'string' ? [on] : Object.keys(record(on));
}

/** A step uses pinned actions, leaves no credentials behind, and puts no expression into a script. */
export function lintStepSafety(step: WorkflowStep): WorkflowProblem[] {
  const { fields, path } = step;
  const problems: WorkflowProblem[] = [];
  if (
    actionOf(step) === 'actions/checkout' &&
    !['false', 'False', 'FALSE'].includes(
      String(record(fields.with)['persist-credentials']),
    )
  ) {
    problems.push({
      path,
      message:
        'The checkout leaves its token in the working copy, where every later step can read it.',
      fix: 'Add persist-credentials: false.',
    });
  }
  const scripts: [unknown, string[]][] = [
    [fields.run, ['run']],
    [
      actionOf(step) === 'actions/github-script'
        ? record(fields.with).script
        : undefined,
      ['with', 'script'],
    ],
  ];
  for (const [script, keys] of scripts) {
    if (typeof script === 'string' && script.includes('${{')) {
      problems.push({
        path: [...path, ...keys],
        message:
          'An expression stands in the script: what it gives is run as code.',
        fix: 'Hand the value over in env and use the variable, in quotes.',
      });
    }
    if (
      typeof script === 'string' &&
      /::(?:set-env|add-path|set-output|save-state)\b/.test(script)
    ) {
      problems.push({
        path: [...path, ...keys],
        message: 'The script uses a workflow command that GitHub has removed.',
        fix: 'Write to $GITHUB_OUTPUT, $GITHUB_ENV or $GITHUB_PATH.',
      });
    }
  }
  return problems;
}
