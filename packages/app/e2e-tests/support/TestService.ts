import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  EntityBudget,
  SloSample,
} from '@golden-path/backstage-plugin-slo-common';
import { APIRequestContext, expect } from '@playwright/test';
import { callBackend } from './callBackend';
import { readBudget } from './readBudget';

/** Time for the catalog and then for the discovery of documents to come round. */
const DISCOVERY_MS = 120_000;

/**
 * A component that is not among the examples: its files lie in a folder that the portal under test
 * may read, and its measurements are pushed.
 */
export class TestService {
  readonly name: string;
  readonly #folder: string;
  readonly #request: APIRequestContext;

  constructor(options: { name: string; request: APIRequestContext }) {
    const root = process.env.GOLDEN_PATH_E2E_SERVICES;
    if (!root) {
      throw new Error(
        'GOLDEN_PATH_E2E_SERVICES has to name a folder below backend.reading.fileRoots of the portal',
      );
    }
    this.name = options.name;
    this.#folder = join(root, options.name);
    this.#request = options.request;
  }

  /** Puts the component into the catalog, and waits until its SLO document has been read. */
  async register(document: string) {
    mkdirSync(join(this.#folder, 'slos'), { recursive: true });
    this.writeDocument(document);
    const descriptor = join(this.#folder, 'catalog-info.yaml');
    writeFileSync(descriptor, this.#descriptor());
    await callBackend(this.#request, '/api/catalog/locations', {
      type: 'url',
      target: pathToFileURL(descriptor).href,
    });
    await this.waitFor(({ slos }) => slos.length > 0);
  }

  writeDocument(document: string) {
    writeFileSync(join(this.#folder, `slos/${this.name}.yaml`), document);
  }

  async push(samples: SloSample[]) {
    const { slos } = await readBudget(this.#request, this.name);
    await callBackend(this.#request, `/api/slo/v1/slos/${slos[0].id}/samples`, {
      samples,
    });
  }

  async waitFor(condition: (budget: EntityBudget) => boolean) {
    await expect
      .poll(
        async () => {
          try {
            return condition(await readBudget(this.#request, this.name));
          } catch {
            // not in the catalog yet
            return false;
          }
        },
        { timeout: DISCOVERY_MS, intervals: [1_000] },
      )
      .toBe(true);
  }

  #descriptor() {
    return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${this.name}
  annotations:
    golden-path.io/slo: slos/*.yaml
    # Its measurements are made up
    golden-path.io/demo-data: 'true'
spec:
  type: service
  lifecycle: production
  owner: publishing-team
  system: publishing
`;
  }
}
