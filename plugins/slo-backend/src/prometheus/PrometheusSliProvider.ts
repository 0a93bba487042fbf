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
  readonly #queries: BatchedQueries;
  readonly #latencyTargets: LatencyTargets;

  constructor(client: PrometheusClient) {
    this.name = client.name;
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
    for (const [key, { series, error }] of answers) {
      if (error) {
        // Too much for one query, or for now: what there is shows when smaller stretches are asked for.
        oldest.set(key, from);
        continue;
      }
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
    subjects: SliSubject[];
    signal: AbortSignal;
  }): Promise<Map<string, number>> {
    const { subjects, signal } = request;
    const now = Math.floor(Date.now() / 1000);
    const answers = await this.#queries.ask({
      questions: subjects.flatMap(toScrapes),
      start: now,
      end: now,
      step: 60,
      signal,
    });
    return new Map(
      subjects.map(({ key, indicator }) => {
        // No answer: five minutes suit a source of which nothing is known.
        const [scrapes] = answers.get(key)?.series.scrapes ?? [];
        const isDense = scrapes?.values.some(
          ([, inFiveMinutes]) => inFiveMinutes >= DENSE_SCRAPES,
        );
        return [key, indicator.rangeSeconds ?? (isDense ? 60 : 300)];
      }),
    );
  }
}

function toScrapes({ key, indicator }: SliSubject) {
  const selector = firstSelector(
    indicator.form === 'slices'
      ? indicator.selector ?? indicator.query
      : indicator.total,
  );
  if (indicator.rangeSeconds !== undefined || selector === undefined) {
    return [];
  }
  const scrapes = `max(count_over_time(${selector}[5m]))`;
  return [{ key, expressions: { scrapes } }];
}

function toQuestion({ key, indicator }: SliSubject) {
  return { key, expressions: subjectExpressions(indicator) };
}
