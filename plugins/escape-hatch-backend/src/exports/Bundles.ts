import { canonicalJson } from '../audit/canonicalJson';
import { sha256 } from '../audit/sha256';
import { isAboutVulnerabilities } from '../rules/isAboutVulnerabilities';
import type { EscapeHatchSettings } from '../settings';
import type { ActiveSet, ActiveSnapshot } from './ActiveSet';
import type { ExportFilter } from './ExportFilter';
import { hatchData } from './hatchData';
import { packBundle } from './packBundle';
import { signBundle } from './signBundle';

/** A bundle as it is sent. */
export interface Bundle {
  content: Buffer;
  /** With its quotes. */
  etag: string;
}

/** So many selections of one snapshot are kept ready; a fleet asks for few different ones. */
const KEPT = 100;

/** OPA bundles of the active set, built once per set and selection. */
export class Bundles {
  readonly #active: ActiveSet;
  readonly #settings: Pick<EscapeHatchSettings, 'rules' | 'signing'>;
  readonly #built = new WeakMap<ActiveSnapshot, Map<string, Promise<Bundle>>>();

  constructor(options: {
    active: ActiveSet;
    settings: Pick<EscapeHatchSettings, 'rules' | 'signing'>;
  }) {
    this.#active = options.active;
    this.#settings = options.settings;
  }

  /** Whether a key is configured. */
  get signs(): boolean {
    return this.#settings.signing !== undefined;
  }

  async get(options: {
    filter: ExportFilter;
    signed: boolean;
  }): Promise<Bundle> {
    const snapshot = await this.#active.now();
    const built = this.#built.get(snapshot) ?? new Map();
    this.#built.set(snapshot, built);
    const key = canonicalJson(options);
    let bundle = built.get(key);
    if (!bundle) {
      bundle = this.#build(snapshot, options);
      bundle.catch(() => built.delete(key));
      if (built.size < KEPT) {
        built.set(key, bundle);
      }
    }
    return bundle;
  }

  async #build(
    snapshot: ActiveSnapshot,
    options: { filter: ExportFilter; signed: boolean },
  ): Promise<Bundle> {
    const { signing } = this.#settings;
    const data = canonicalJson(
      hatchData({
        snapshot,
        filter: options.filter,
        scanned: rule => isAboutVulnerabilities(this.#settings, rule),
      }),
    );
    const revision = sha256(data);
    const files = [
      {
        name: '.manifest',
        content: canonicalJson({ revision, roots: ['escape_hatches'] }),
      },
      { name: 'data.json', content: data },
    ];
    if (options.signed && signing) {
      files.push({
        name: '.signatures.json',
        content: await signBundle(files, signing),
      });
    }
    const content = await packBundle(files);
    // A signature is other bytes with another key and, by some algorithms, each time.
    const etag = options.signed ? sha256(content) : revision;
    return { content, etag: `"${etag}"` };
  }
}
