import { posix } from 'node:path';
import { record } from '../record';
import type { Workspace } from '../Workspace';
import type { YamlDocument, YamlPath } from '../yaml/YamlFile';
import { stepsAt, type WorkflowStep } from './WorkflowStep';

/** Scripts call scripts; deeper ones are nobody's pipeline. */
const MAX_CALLS = 5;

const SCRIPT_NAMES =
  /(?:\$\w+\/|\$\{[^}\n]{1,80}\}\/)?([\w./-]{1,200}\.(?:sh|py|js|mjs|awk))\b/g;

/** A job of a workflow. */
export interface WorkflowJob {
  name: string;
  path: YamlPath;
  fields: Record<string, unknown>;
  steps: WorkflowStep[];
}

/** A workflow, or a composite action, which has steps but no jobs. */
export interface PipelineFile {
  file: string;
  document: YamlDocument;
  root: Record<string, unknown>;
  jobs: WorkflowJob[];
  /** Of a composite action. */
  steps: WorkflowStep[];
}

/** The workflows and composite actions of a service, and the scripts that they call. */
export class Pipeline {
  readonly workflows: PipelineFile[];
  readonly actions: PipelineFile[];
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.workflows = this.#read(/^\.github\/workflows\/[^/]+\.ya?ml$/);
    this.actions = this.#read(/^\.github\/actions\/(?:.+\/)?action\.ya?ml$/);
  }

  /** All lists of steps, each of which runs on one machine. */
  get stepLists(): WorkflowStep[][] {
    return [
      ...this.workflows.flatMap(({ jobs }) => jobs.map(({ steps }) => steps)),
      ...this.actions.map(({ steps }) => steps),
    ];
  }

  /** What a step runs: its script and the scripts of the repository that it names, and those that they name. */
  scriptsOf(step: WorkflowStep): string[] {
    const { run } = step.fields;
    if (typeof run !== 'string') {
      return [];
    }
    const texts = [run];
    const seen = new Set<string>();
    let next = [{ text: run, folder: folderOf(step.file) }];
    for (let calls = 0; next.length > 0 && calls < MAX_CALLS; calls += 1) {
      const called = next
        .flatMap(({ text, folder }) => this.#scriptsNamedIn(text, folder))
        .filter(path => !seen.has(path));
      called.forEach(path => seen.add(path));
      next = [...new Set(called)].map(path => ({
        text: this.#workspace.file(path)?.content ?? '',
        folder: folderOf(path),
      }));
      texts.push(...next.map(({ text }) => text));
    }
    return texts;
  }

  /** A variable at the beginning of a name stands for the folder of the caller, or for the root of the repository. */
  #scriptsNamedIn(text: string, folder: string): string[] {
    return [...text.matchAll(SCRIPT_NAMES)]
      .flatMap(([, name]) => [
        posix.normalize(`${folder}${name}`),
        posix.normalize(`${this.#workspace.service}${name}`),
      ])
      .filter(path => this.#workspace.file(path) !== undefined);
  }

  #read(pattern: RegExp): PipelineFile[] {
    return this.#workspace
      .yamlFiles(this.#workspace.service)
      .filter(({ path }) => pattern.test(this.#workspace.relative(path)))
      .flatMap(({ path }) =>
        this.#workspace
          .yaml(path)
          .documents.slice(0, 1)
          .map(document => pipelineFile(path, document)),
      );
  }
}

function pipelineFile(file: string, document: YamlDocument): PipelineFile {
  const root = record(document.value);
  return {
    file,
    document,
    root,
    jobs: Object.entries(record(root.jobs)).map(([name, job]) => {
      const path = ['jobs', name];
      const fields = record(job);
      return {
        name,
        path,
        fields,
        steps: stepsAt({
          file,
          document,
          path: [...path, 'steps'],
          value: fields.steps,
        }),
      };
    }),
    steps: stepsAt({
      file,
      document,
      path: ['runs', 'steps'],
      value: record(root.runs).steps,
    }),
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
