import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import Ajv, { type ValidateFunction } from 'ajv';

/** Custom resources whose schemas are packed. */
const CUSTOM_GROUPS = ['argoproj.io', 'monitoring.coreos.com'];

/** What is known of a kind: its schema, that the API has no such kind, or nothing. */
export type KindLookup =
  | { known: true; validate: ValidateFunction }
  | { known: false; group: string; refused: boolean };

/** The packed schemas of Kubernetes, read and compiled as they are needed. */
export class KubernetesSchemas {
  static #shared: KubernetesSchemas | undefined;

  /** Version of Kubernetes, such as `1.37.0`. */
  readonly version: string;
  readonly #ajv = new Ajv({
    allErrors: true,
    meta: false,
    strict: false,
    validateFormats: false,
    validateSchema: false,
    inlineRefs: false,
  });
  /** Reference to the schema, by `group/version/Kind`; `version/Kind` for those of the core. */
  readonly #references = new Map<string, string>();
  readonly #groups: Set<string>;

  private constructor() {
    const kubernetes = readSchemas('kubernetes');
    this.version = kubernetes.version;
    this.#ajv.addSchema({ $defs: kubernetes.$defs }, 'kubernetes');
    for (const [kind, definition] of Object.entries(kubernetes.kinds)) {
      this.#references.set(kind, `kubernetes#/$defs/${definition}`);
    }
    for (const group of CUSTOM_GROUPS) {
      for (const [kind, schema] of Object.entries(readSchemas(group).kinds)) {
        this.#ajv.addSchema(schema as object, kind);
        this.#references.set(kind, kind);
      }
    }
    this.#groups = new Set(
      [...this.#references.keys()].map(key =>
        groupOf(key.split('/').slice(0, -1).join('/')),
      ),
    );
  }

  /** Those of the package; 370 kB are read once. */
  static shared(): KubernetesSchemas {
    this.#shared ??= new KubernetesSchemas();
    return this.#shared;
  }

  find(options: { apiVersion: string; kind: string }): KindLookup {
    const { apiVersion, kind } = options;
    const reference = this.#references.get(`${apiVersion}/${kind}`);
    const validate = reference && this.#ajv.getSchema(reference);
    if (validate) {
      return { known: true, validate };
    }
    const group = groupOf(apiVersion);
    return { known: false, group, refused: this.#groups.has(group) };
  }
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/', 1)[0] : '';
}

function readSchemas(name: string): {
  version: string;
  kinds: Record<string, unknown>;
  $defs: Record<string, unknown>;
} {
  const path = resolvePackagePath(
    '@golden-path/backstage-plugin-scaffolder-backend-module-golden-path',
    'schemas',
    `${name}.json`,
  );
  return JSON.parse(readFileSync(path, 'utf8'));
}
