import type {
  DataQualityFinding,
  DoraMetrics,
  Granularity,
} from '@golden-path/backstage-plugin-dora-common';
import type { Knex } from 'knex';
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
    const { scope, window } = options;
    const [{ metrics, counts }, completeFrom] = await Promise.all([
      this.#metrics.read(options),
      this.#completeFrom(),
    ]);
    const findings = await this.#findings.read({
      scope,
      window,
      facts: {
        counts,
        changes: metrics.changeLeadTime.n,
        wasObserved: metrics.observedFrom !== null,
      },
    });
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
    const { scope, window } = options;
    const [slices, observedFrom] = await Promise.all([
      this.#slices.read({ scope, spans: [window] }),
      this.#observations.observedFrom(scope),
    ]);
    const { counts, lead } = mergeFactSets(slices.map(({ facts }) => facts));
    return this.#findings.read({
      scope,
      window,
      facts: {
        counts,
        changes: lead.length,
        wasObserved: observedFrom !== null,
      },
    });
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
      : instants.reduce((latest, at) => (at > latest ? at : latest));
  }
}
