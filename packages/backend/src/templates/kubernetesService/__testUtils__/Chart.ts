import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { runTool } from './runTool';

/** A Kubernetes object, as Helm renders it. */
export type Manifest = Record<string, any>;

/** What the pipeline writes. */
export const IMAGE = {
  tag: '0123456789abcdef0123456789abcdef01234567',
  digest: `sha256:${'a'.repeat(64)}`,
};

/** Helm assumes a version of its own otherwise. */
const KUBERNETES = '1.35.0';

/** A chart that a template made, rendered by the real Helm. */
export class Chart {
  readonly folder: string;
  readonly name: string;

  /** @param options - `folder`: of the service repository, which has the service's name */
  constructor(options: { folder: string; name: string }) {
    this.name = options.name;
    this.folder = join(options.folder, 'charts', options.name);
  }

  /** @throws with Helm's words where it refuses the values */
  async render(options: RenderOptions = {}): Promise<Manifest[]> {
    return parseAllDocuments(await this.text(options))
      .map(document => document.toJS())
      .filter(Boolean);
  }

  /** As {@link Chart.render}, as Helm writes it. */
  async text(options: RenderOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.#helm(options);
    if (code !== 0) {
      throw new Error(stderr);
    }
    return stdout;
  }

  /** Why Helm refuses values. */
  async refusal(options: RenderOptions): Promise<string> {
    const { code, stderr } = await this.#helm(options);
    if (code === 0) {
      throw new Error(`Helm accepts ${JSON.stringify(options)}`);
    }
    return stderr;
  }

  async #helm(options: RenderOptions) {
    const {
      values = {},
      files = [],
      image = IMAGE,
      release = this.name,
      namespace = `${this.name}-production`,
      only = [],
    } = options;
    return runTool(
      'helm',
      [
        'template',
        ...['--namespace', namespace, '--kube-version', KUBERNETES],
        ...files.flatMap(file => ['--values', file]),
        ...['--values', '-'],
        ...only.flatMap(file => ['--show-only', file]),
        ...['--', release, this.folder],
      ],
      {
        input: JSON.stringify({
          ...values,
          image: { ...image, ...values.image },
        }),
      },
    );
  }
}

interface RenderOptions {
  /** Win over all files. */
  values?: Record<string, any>;
  /** Paths of values files, the last of which wins. */
  files?: string[];
  /** Image without which no pod is rendered; `{}` for none. */
  image?: Partial<typeof IMAGE>;
  release?: string;
  namespace?: string;
  /** Templates to show, such as `templates/service.yaml`; all where empty. */
  only?: string[];
}
