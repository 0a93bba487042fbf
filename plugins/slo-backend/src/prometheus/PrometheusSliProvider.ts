import type {
  MeasureRequest,
  MeasureResult,
  SliProvider,
  SliSubject,
} from '@golden-path/backstage-plugin-slo-node';
import type { PrometheusClient } from './client/PrometheusClient';
import { firstSelector } from './firstSelector';
import { LatencyTargets } from './latency/LatencyTargets';
import { measureResult } from './measureResult';
import { BatchedQueries } from './queries/BatchedQueries';
import { subjectExpressions } from './subjectExpressions';

const HOUR = 3600;
/** Scrapes in five minutes that make one-minute tiles meaningful: one every 20 s. */
const DENSE_SCRAPES = 15;

/** Measures SLIs by queries to one Prometheus server. */
export class PrometheusSliProvider implements SliProvider {
  readonly type = 'prometheus';
  readonly name: string;
  readonly #client: PrometheusClient;
  readonly #queries: BatchedQueries;
  readonly #latencyTargets: LatencyTargets;

  constructor(client: PrometheusClient) {
    this.name = client.name;
    this.#client = client;
    this.#queries = new BatchedQueries(client);
    this.#latencyTargets = new LatencyTargets(this.#queries);
  }

  async measure(request: MeasureRequest): Promise<MeasureResult[]> {
    const { subjects, tileSeconds, from, to, signal } = request;
    const targets = await this.#latencyTargets.fit(request);
    const measurable = subjects.flatMap(({ key, indicator }) => {
      const target = targets.get(key);
      const fitted = target ? target.indicator : indicator;
      return fitted ? [{ key, indicator: fitted }] : [];
    });
    const answers = await this.#queries.ask({
      questions: measurable.map(toQuestion),
      start: from + tileSeconds,
      end: to,
      step: tileSeconds,
      signal,
    });
    return subjects.map(({ key, indicator }) => {
      const target = targets.get(key);
      const warnings = target?.warnings ?? [];
      const answer = answers.get(key);
      if (!answer) {
        return { key, tiles: [], warnings, error: target?.error };
      }
      const { uncounted, ...result } = measureResult({
        key,
        indicator,
        answer,
        tileSeconds,
      });
      if (uncounted && indicator.form === 'latency') {
        this.#latencyTargets.forget(indicator);
      }
      return { ...result, warnings: [...warnings, ...result.warnings] };
    });
  }

  async oldest(request: {
    subjects: SliSubject[];
    from: number;
    to: number;
    signal: AbortSignal;
  }): Promise<Map<string, number>> {
    const { subjects, from, to, signal } = request;
    const answers = await this.#queries.ask({
      questions: subjects.map(subject => {
        const { total, value } = subjectExpressions(subject.indicator);
        return { key: subject.key, expressions: { any: total ?? value } };
      }),
      // Hours are counted from the end, so that a service younger than an hour is seen.
      start: to - Math.floor((to - from) / HOUR) * HOUR,
      end: to,
      step: HOUR,
      signal,
    });
    const oldest = new Map<string, number>();
    for (const [key, { series }] of answers) {
      const instants = (series.any ?? []).flatMap(({ values }) =>
        values.slice(0, 1).map(([at]) => at),
      );
      if (instants.length > 0) {
        const hour = Math.floor(Math.min(...instants) / HOUR) - 1;
        oldest.set(key, Math.max(from, hour * HOUR));
      }
    }
    return oldest;
  }

  async tileSeconds(request: {
    subject: SliSubject;
    signal: AbortSignal;
  }): Promise<number> {
    const { indicator } = request.subject;
    if (indicator.rangeSeconds !== undefined) {
      return indicator.rangeSeconds;
    }
    const selector = firstSelector(
      indicator.form === 'slices'
        ? indicator.selector ?? indicator.query
        : indicator.total,
    );
    if (selector === undefined) {
      return 300;
    }
    const [scrapes = 0] = await this.#client.query({
      query: `max(count_over_time(${selector}[5m]))`,
      signal: request.signal,
    });
    return scrapes >= DENSE_SCRAPES ? 60 : 300;
  }
}

function toQuestion({ key, indicator }: SliSubject) {
  return { key, expressions: subjectExpressions(indicator) };
}
