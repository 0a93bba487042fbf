import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FactsUnderTest } from '../../facts/__testUtils__/FactsUnderTest';
import type { CollectSources } from '../CollectSources';
import { createSources } from '../createSources';
import { SourceStore } from '../SourceStore';

/** Configured sources on a real database, collected when a test says so. */
export class SourcesUnderTest {
  readonly facts: FactsUnderTest;
  readonly workDirectory: string;
  readonly store = new SourceStore();
  #collecting!: CollectSources;

  private constructor(facts: FactsUnderTest, workDirectory: string) {
    this.facts = facts;
    this.workDirectory = workDirectory;
  }

  static async create(
    knex: Knex,
    options: { sources: JsonObject[]; services?: object[] },
  ): Promise<SourcesUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'dora-mirrors-'));
    const sources = new SourcesUnderTest(
      await FactsUnderTest.create(knex, options),
      join(folder, 'mirrors'),
    );
    sources.configure(options.sources);
    return sources;
  }

  /** Replaces the configuration, as a restart does. */
  configure(sources: JsonObject[]): void {
    this.#collecting = createSources({
      config: mockServices.rootConfig({
        data: { dora: { sources, workDirectory: this.workDirectory } },
      }),
      knex: this.facts.knex,
      logger: mockServices.logger.mock(),
      recorder: this.facts.recorder,
      store: this.store,
      builders: {},
      added: [],
    });
  }

  /** One pass of all sources. */
  async collect(signal = new AbortController().signal): Promise<void> {
    for (const group of this.#collecting.groups) {
      await this.#collecting.run(group, signal);
    }
  }

  async status() {
    return this.#collecting.list();
  }

  /** What the log has by now: the newest revision of each event that was not taken back. */
  async events<T extends DoraEvent = DoraEvent>(): Promise<T[]> {
    const rows = await this.facts
      .knex('dora_events')
      .where('superseded', false)
      .orderBy(['at', 'external_id']);
    return rows
      .map(row => JSON.parse(row.payload))
      .filter(event => !event.retracted);
  }

  async remove(): Promise<void> {
    await rm(join(this.workDirectory, '..'), { recursive: true, force: true });
  }
}
