import { record } from '../record';
import type { YamlPath } from '../yaml/YamlFile';
import type { PipelineFile, WorkflowJob } from './Pipeline';
import type { WorkflowProblem } from './WorkflowProblem';
import type { WorkflowStep } from './WorkflowStep';

const WORKFLOW_KEYS =
  'name run-name on permissions env defaults concurrency jobs'.split(' ');
const JOB_KEYS =
  'name permissions needs if runs-on environment concurrency outputs env defaults steps timeout-minutes strategy continue-on-error container services uses with secrets snapshot'.split(
    ' ',
  );
const STEP_KEYS =
  'id if name uses run working-directory shell with env continue-on-error timeout-minutes'.split(
    ' ',
  );

/**
 * A workflow has what GitHub expects of it: known keys, a trigger, jobs that run somewhere and wait for jobs that are there, and steps
 * that do one thing.
 */
export function lintStructure(workflow: PipelineFile): WorkflowProblem[] {
  const { root, jobs } = workflow;
  return [
    ...unknownKeys({ fields: root, known: WORKFLOW_KEYS, path: [] }),
    ...missing(root.on === undefined, 'on', 'Name what starts the workflow.'),
    ...missing(jobs.length === 0, 'jobs', 'Add a job.'),
    ...jobs.flatMap(job => lintJob(job, jobs)),
    ...cycles(jobs),
  ];
}

/** A composite action runs steps, each with its shell. */
export function lintAction(action: PipelineFile): WorkflowProblem[] {
  const { using } = record(action.root.runs);
  if (using !== 'composite') {
    return [];
  }
  return action.steps.flatMap(step => [
    ...lintStep(step),
    ...(typeof step.fields.run === 'string' && step.fields.shell === undefined
      ? [
          {
            path: step.path,
            message:
              'A step that runs a script in an action has to name its shell.',
            fix: 'Add shell: bash.',
          },
        ]
      : []),
    ...unknownNames(step.fields, { path: step.path, steps: action.steps }),
  ]);
}

function lintJob(job: WorkflowJob, jobs: WorkflowJob[]): WorkflowProblem[] {
  const { fields, path, name } = job;
  const isCall = fields.uses !== undefined;
  const problems = unknownKeys({ fields, known: JOB_KEYS, path });
  if (!isCall && fields['runs-on'] === undefined) {
    problems.push({
      path,
      message: `The job ${name} does not say where it runs.`,
      fix: 'Add runs-on.',
    });
  }
  if (isCall === job.steps.length > 0) {
    problems.push({
      path,
      message: isCall
        ? `The job ${name} calls a workflow and has steps of its own.`
        : `The job ${name} has no steps.`,
      fix: 'Give it either steps or uses.',
    });
  }
  for (const needed of needsOf(job)) {
    if (!jobs.some(other => other.name === needed)) {
      problems.push({
        path: [...path, 'needs'],
        message: `The job ${name} needs ${needed}, which is no job of the workflow.`,
        fix: 'Name a job of the workflow.',
      });
    }
  }
  const ids = job.steps.map(({ fields: { id } }) => id).filter(Boolean);
  for (const step of job.steps) {
    const { id } = step.fields;
    if (id && ids.indexOf(id) !== ids.lastIndexOf(id)) {
      problems.push({
        path: [...step.path, 'id'],
        message: `Two steps of the job ${name} have the id ${id}.`,
        fix: 'Give each step an id of its own.',
      });
    }
    problems.push(...lintStep(step));
  }
  return [
    ...problems,
    ...unknownNames(fields, { path, steps: job.steps, needs: needsOf(job) }),
  ];
}

function lintStep({ fields, path }: WorkflowStep): WorkflowProblem[] {
  const problems = unknownKeys({ fields, known: STEP_KEYS, path });
  if ((fields.uses === undefined) === (fields.run === undefined)) {
    problems.push({
      path,
      message: 'A step either uses an action or runs a script.',
      fix: 'Give the step exactly one of uses and run.',
    });
  }
  return problems;
}

function needsOf({ fields: { needs } }: WorkflowJob): string[] {
  return [needs].flat().filter(need => typeof need === 'string');
}

function cycles(jobs: WorkflowJob[]): WorkflowProblem[] {
  const done = new Set<string>();
  let open = jobs;
  // Each round takes away the jobs whose needs are all met; what stays waits for itself.
  for (let before = -1; before !== done.size; ) {
    before = done.size;
    open
      .filter(job =>
        needsOf(job).every(
          need => done.has(need) || !jobs.some(({ name }) => name === need),
        ),
      )
      .forEach(({ name }) => done.add(name));
    open = open.filter(({ name }) => !done.has(name));
  }
  return open.map(({ name, path }) => ({
    path: [...path, 'needs'],
    message: `The job ${name} never starts: jobs that it needs wait for each other.`,
    fix: 'Break the circle of needs.',
  }));
}

/** Steps and jobs that expressions refer to are there, or the expression is silently empty. */
function unknownNames(
  value: unknown,
  options: { path: YamlPath; steps: WorkflowStep[]; needs?: string[] },
): WorkflowProblem[] {
  const { path, steps, needs } = options;
  if (typeof value === 'string') {
    const isExpression = value.includes('${{') || path.at(-1) === 'if';
    return isExpression
      ? [
          ...[...value.matchAll(/\bsteps\.([\w-]+)\./g)]
            .filter(([, id]) => !steps.some(({ fields }) => fields.id === id))
            .map(([, id]) => `no step here has the id ${id}`),
          ...[...value.matchAll(/\bneeds\.([\w-]+)\./g)]
            .filter(([, id]) => needs && !needs.includes(id))
            .map(([, id]) => `the job does not need ${id}`),
        ].map(what => ({
          path,
          message: `The expression is always empty: ${what}.`,
          fix: 'Name an id that is there.',
        }))
      : [];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, item]) =>
    unknownNames(item, {
      ...options,
      path: [...path, Array.isArray(value) ? Number(key) : key],
    }),
  );
}

function unknownKeys(options: {
  fields: Record<string, unknown>;
  known: string[];
  path: YamlPath;
}): WorkflowProblem[] {
  const { fields, known, path } = options;
  return Object.keys(fields)
    .filter(key => !known.includes(key))
    .map(key => ({
      path: [...path, key],
      message: `'${key.slice(0, 60)}' is no key that GitHub knows here.`,
      fix: `Use one of ${known.join(', ')}.`,
    }));
}

function missing(
  isMissing: boolean,
  key: string,
  fix: string,
): WorkflowProblem[] {
  return isMissing
    ? [{ path: [], message: `The workflow has no '${key}'.`, fix }]
    : [];
}
