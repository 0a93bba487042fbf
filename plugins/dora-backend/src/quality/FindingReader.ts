import type { DataQualityFinding } from '@golden-path/backstage-plugin-dora-common';
import type { Span } from '../metrics/LocalCalendar';
import type { Scope } from '../scope/Scope';
import { describeFindings } from './describeFindings';
import type { QualityStore } from './QualityStore';
import type { WindowCounts } from './WindowCounts';

/** What findings are made of, beside the facts of the window. */
type Surroundings = Omit<Parameters<typeof describeFindings>[0], 'facts'>;

/**
 * Finds out what makes the numbers of a scope less true than they look. A page asks for metrics and findings at once:
 * what both need and is being read is not read a second time.
 */
export class FindingReader {
  readonly #store: QualityStore;
  readonly #reading = new Map<string, Promise<Surroundings>>();

  constructor(store: QualityStore) {
    this.#store = store;
  }

  async read(options: {
    scope: Scope;
    window: Span;
    facts: Promise<WindowCounts>;
  }): Promise<DataQualityFinding[]> {
    const [surroundings, facts] = await Promise.all([
      this.#surroundings(options.scope, options.window),
      options.facts,
    ]);
    return describeFindings({ ...surroundings, facts });
  }

  async #surroundings(scope: Scope, window: Span): Promise<Surroundings> {
    const key = JSON.stringify([scope, window]);
    const running = this.#reading.get(key);
    if (running) {
      return running;
    }
    const started = this.#readSurroundings(scope, window).finally(() =>
      this.#reading.delete(key),
    );
    this.#reading.set(key, started);
    return started;
  }

  async #readSurroundings(scope: Scope, window: Span): Promise<Surroundings> {
    const [services, notDeployed, unknownServices, failingSources] =
      await Promise.all([
        this.#store.services(scope),
        this.#store.notDeployedYet(scope, window),
        scope.kind === 'all' ? this.#store.unknownServices(window) : [],
        this.#store.failingSources(),
      ]);
    return { services, notDeployed, unknownServices, failingSources };
  }
}
