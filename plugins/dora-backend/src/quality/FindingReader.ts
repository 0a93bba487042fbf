import type { DataQualityFinding } from '@golden-path/backstage-plugin-dora-common';
import type { Span } from '../metrics/LocalCalendar';
import type { Scope } from '../scope/Scope';
import { describeFindings } from './describeFindings';
import type { QualityStore } from './QualityStore';
import type { WindowCounts } from './WindowCounts';

/** Finds out what makes the numbers of a scope less true than they look. */
export class FindingReader {
  readonly #store: QualityStore;

  constructor(store: QualityStore) {
    this.#store = store;
  }

  async read(options: {
    scope: Scope;
    window: Span;
    facts: WindowCounts;
  }): Promise<DataQualityFinding[]> {
    const { scope, window, facts } = options;
    const [services, notDeployed, unknownServices, failingSources] =
      await Promise.all([
        this.#store.services(scope),
        this.#store.notDeployedYet(scope, window),
        scope.kind === 'all' ? this.#store.unknownServices(window) : [],
        this.#store.failingSources(),
      ]);
    return describeFindings({
      scope,
      facts,
      services,
      notDeployed,
      unknownServices,
      failingSources,
    });
  }
}
