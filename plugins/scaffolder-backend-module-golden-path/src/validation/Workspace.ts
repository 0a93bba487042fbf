import { InputError } from '@backstage/errors';
import type { SourceFile } from './SourceFile';
import { readYaml, type YamlDialect } from './yaml/readYaml';
import type { YamlFile } from './yaml/YamlFile';

const MAX_FILES = 5_000;
/** 64 Mi characters in all. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/** The files that are checked, each parsed at most once. */
export class Workspace {
  /** Folder of the service repository, with a slash at its end. */
  readonly service: string;
  /** Folder of what goes into the GitOps repository, with a slash at its end. */
  readonly gitops: string | undefined;
  readonly #roots: string[];
  readonly #files: Map<string, SourceFile>;
  readonly #yaml = new Map<string, YamlFile>();

  /** @throws InputError for a path that leads out of the workspace, or too many files */
  constructor(options: {
    files: SourceFile[];
    service: string;
    gitops?: string;
  }) {
    const { files, service, gitops } = options;
    if (files.length > MAX_FILES) {
      throw new InputError(
        `Expected at most ${MAX_FILES} files to check, got ${files.length}`,
      );
    }
    const characters = files.reduce(
      (sum, file) => sum + file.content.length,
      0,
    );
    if (characters > MAX_CHARACTERS) {
      throw new InputError(
        `Expected files of at most ${MAX_CHARACTERS} characters in all, got ${characters}`,
      );
    }
    files.forEach(({ path }) => requireInside(path));
    this.service = `${requireInside(service)}/`;
    this.gitops = gitops && `${requireInside(gitops)}/`;
    this.#roots = [this.service, ...(this.gitops ? [this.gitops] : [])];
    this.#files = new Map(
      [...files]
        .filter(({ path }) => this.#roots.some(root => path.startsWith(root)))
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map(file => [file.path, file]),
    );
  }

  /** All files, or those of a folder (with its slash), by path. */
  files(folder = ''): SourceFile[] {
    return [...this.#files.values()].filter(({ path }) =>
      path.startsWith(folder),
    );
  }

  file(path: string): SourceFile | undefined {
    return this.#files.get(path);
  }

  /** A path from the folder that it is in: the service's or that of the GitOps repository. */
  relative(path: string): string {
    const root = this.#roots.find(folder => path.startsWith(folder)) ?? '';
    return path.slice(root.length);
  }

  /** A YAML file that is there. */
  yaml(path: string): YamlFile {
    const known = this.#yaml.get(path);
    if (known) {
      return known;
    }
    const text = this.#files.get(path)?.content ?? '';
    const yaml = readYaml({ path, text, dialect: this.#dialectOf(path) });
    this.#yaml.set(path, yaml);
    return yaml;
  }

  /** All YAML files but the templates of charts, which are none before they are rendered. */
  yamlFiles(folder = ''): SourceFile[] {
    return this.files(folder).filter(
      ({ path }) => /\.ya?ml$/.test(path) && !this.isChartTemplate(path),
    );
  }

  isChartTemplate(path: string): boolean {
    const folder = /^(.*\/)templates\//.exec(path)?.[1];
    return folder !== undefined && this.#files.has(`${folder}Chart.yaml`);
  }

  #dialectOf(path: string): YamlDialect {
    const inner = this.relative(path);
    return inner.startsWith('.github/') || /^catalog-info\.ya?ml$/.test(inner)
      ? 'core'
      : 'kubernetes';
  }
}

function requireInside(path: string): string {
  const parts = path.split('/');
  if (
    path.includes('\\') ||
    path.includes('\0') ||
    parts.some(part => part === '' || part === '.' || part === '..')
  ) {
    throw new InputError(
      `Expected a path inside the workspace such as 'orders-api/Dockerfile', got '${path.slice(
        0,
        200,
      )}'`,
    );
  }
  return path;
}
