import type {
  DataQualityFinding,
  DoraMetrics,
  Granularity,
} from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
import { toMs } from '../database/instants';
import type { FindingReader } from '../quality/FindingReader';
import type { Scope } from '../scope/Scope';
import type { Span } from './LocalCalendar';
import { mergeFactSets } from './mergeFactSets';
import type { MetricsReader } from './MetricsReader';
import type { ObservationReader } from './ObservationReader';
import type { SliceReader } from './SliceReader';

/** The metrics of a scope together with what makes them less true than they look. */
export class ReportReader {
  readonly #knex: Knex;
  readonly #metrics: MetricsReader;
  readonly #slices: SliceReader;
  readonly #observations: ObservationReader;
  readonly #findings: FindingReader;

  constructor(options: {
    knex: Knex;
    metrics: MetricsReader;
    slices: SliceReader;
    observations: ObservationReader;
    findings: FindingReader;
  }) {
    this.#knex = options.knex;
    this.#metrics = options.metrics;
    this.#slices = options.slices;
    this.#observations = options.observations;
    this.#findings = options.findings;
  }

  async read(options: {
    scope: Scope;
    window: Span;
    granularity: Granularity;
  }): Promise<DoraMetrics> {
    const reading = this.#metrics.read(options);
    const [{ metrics }, findings, completeFrom] = await Promise.all([
      reading,
      this.#findings.read({
        ...options,
        facts: reading.then(
          ({ metrics: { observedFrom, changeLeadTime }, counts }) => ({
            counts,
            changes: changeLeadTime.n,
            wasObserved: observedFrom !== null,
          }),
        ),
      }),
      this.#completeFrom(),
    ]);
    return {
      ...metrics,
      ...(completeFrom !== null && { completeFrom }),
      dataQuality: {
        warnings: findings.filter(({ severity }) => severity === 'warning')
          .length,
        infos: findings.filter(({ severity }) => severity === 'info').length,
        findings,
      },
    };
  }

  /** The findings alone. */
  async findings(options: {
    scope: Scope;
    window: Span;
  }): Promise<DataQualityFinding[]> {
    return this.#findings.read({ ...options, facts: this.#facts(options) });
  }

  async #facts({ scope, window }: { scope: Scope; window: Span }) {
    const [slices, observedFrom] = await Promise.all([
      this.#slices.read({ scope, spans: [window] }),
      this.#observations.observedFrom(scope),
    ]);
    const { counts, lead } = mergeFactSets(slices.map(({ facts }) => facts));
    return {
      counts,
      changes: lead.length,
      wasObserved: observedFrom !== null,
    };
  }

  /** From when on all histories that are still being read are complete. */
  async #completeFrom(): Promise<string | null> {
    const rows: { progress: string | null }[] = await this.#knex('dora_sources')
      .where('state', 'backfilling')
      .select('progress');
    const instants = rows.flatMap(({ progress }) => {
      const { completeFrom } = JSON.parse(progress ?? '{}');
      return typeof completeFrom === 'string' ? [completeFrom] : [];
    });
    return instants.length === 0
      ? null
      : instants.reduce((latest, at) =>
          toMs(at) > toMs(latest) ? at : latest,
        );
  }
}
