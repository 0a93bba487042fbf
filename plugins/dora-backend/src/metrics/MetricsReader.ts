import {
  largestStage,
  type Bottleneck,
  type DoraMetrics,
  type Granularity,
  type ReportYear,
} from '@golden-path/backstage-plugin-dora-common';
import { toInstant } from '../database/instants';
import type { Scope } from '../scope/Scope';
import type { BottleneckReader } from './BottleneckReader';
import { buildSeries } from './buildSeries';
import { computeWindow, type WindowMetrics } from './computeWindow';
import type { FactCounts } from './FactSet';
import type { IncidentReader } from './IncidentReader';
import type { LocalCalendar, Span } from './LocalCalendar';
import type { ObservationReader } from './ObservationReader';
import { restoreTimes } from './restoreTimes';
import type { SliceReader } from './SliceReader';

/** The metrics of a scope without what data quality says about them. */
export type ComputedMetrics = Omit<DoraMetrics, 'dataQuality' | 'completeFrom'>;

/** Reads facts of a window and of the one before, and computes the metrics of both. */
export class MetricsReader {
  readonly #slices: SliceReader;
  readonly #incidents: IncidentReader;
  readonly #observations: ObservationReader;
  readonly #bottlenecks: BottleneckReader;
  readonly #calendar: LocalCalendar;
  readonly #reportYear: ReportYear;

  constructor(options: {
    slices: SliceReader;
    incidents: IncidentReader;
    observations: ObservationReader;
    bottlenecks: BottleneckReader;
    calendar: LocalCalendar;
    reportYear: ReportYear;
  }) {
    this.#slices = options.slices;
    this.#incidents = options.incidents;
    this.#observations = options.observations;
    this.#bottlenecks = options.bottlenecks;
    this.#calendar = options.calendar;
    this.#reportYear = options.reportYear;
  }

  /** @returns the metrics, and the counts of the window's facts, from which findings are made */
  async read(options: {
    scope: Scope;
    window: Span;
    granularity: Granularity;
  }): Promise<{ metrics: ComputedMetrics; counts: FactCounts }> {
    const { scope, window, granularity } = options;
    const before = {
      from: window.from - (window.to - window.from),
      to: window.from,
    };
    const [observedFrom, slices, incidents] = await Promise.all([
      this.#observations.observedFrom(scope),
      this.#slices.read({ scope, spans: [before, window] }),
      this.#incidents.read({
        scope,
        span: { from: before.from, to: window.to },
      }),
    ]);
    const parts = [window, before].map(span => {
      const inSpan = slices.filter(
        ({ from }) => from >= span.from && from < span.to,
      );
      const series = buildSeries({
        window: span,
        slices: inSpan,
        granularity,
        calendar: this.#calendar,
      });
      const computed = computeWindow({
        window: span,
        slices: inSpan,
        restore: restoreTimes(incidents, span),
        observedFrom,
        calendar: this.#calendar,
        reportYear: this.#reportYear,
      });
      return { series, computed };
    });
    const [current, previous] = parts;
    const wasObserved = observedFrom !== null && observedFrom < window.from;
    const metrics: ComputedMetrics = {
      scope: scope.ref,
      from: toInstant(window.from),
      to: toInstant(window.to),
      timeZone: this.#calendar.timeZone,
      granularity,
      observedFrom: observedFrom === null ? null : toInstant(observedFrom),
      demo: parts.some(({ computed }) => computed.counts.demo > 0),
      ...compare(current.computed, wasObserved ? previous.computed : undefined),
      score: current.computed.score,
      series: current.series,
      previousSeries: previous.series,
      bottleneck: await this.#bottleneck(scope, window, parts),
      deployment_frequency: current.computed.deploymentFrequency.perDay,
      lead_time_hours: hours(current.computed.changeLeadTime.meanSeconds),
    };
    return { metrics, counts: current.computed.counts };
  }

  async #bottleneck(
    scope: Scope,
    window: Span,
    [current, previous]: { computed: WindowMetrics }[],
  ): Promise<Bottleneck | null> {
    const largest = largestStage(current.computed.stages);
    if (!largest) {
      return null;
    }
    return {
      stage: largest.name,
      share: largest.share,
      previousShare: shareOf(previous.computed, largest.name),
      deployments: await this.#bottlenecks.worst({
        scope,
        window,
        stage: largest.name,
        totalSeconds: largest.meanSeconds! * largest.n,
      }),
    };
  }
}

function compare(current: WindowMetrics, previous: WindowMetrics | undefined) {
  const compared = <K extends keyof WindowMetrics & keyof DoraMetrics>(
    name: K,
  ) =>
    ({
      ...(current[name] as object),
      previous: previous?.[name] ?? null,
    } as DoraMetrics[K]);
  return {
    deploymentFrequency: compared('deploymentFrequency'),
    changeLeadTime: compared('changeLeadTime'),
    changeFailRate: compared('changeFailRate'),
    failedDeploymentRecoveryTime: compared('failedDeploymentRecoveryTime'),
    deploymentReworkRate: compared('deploymentReworkRate'),
    timeToRestore: compared('timeToRestore'),
    stages: current.stages.map(stage => ({
      ...stage,
      previousShare: previous ? shareOf(previous, stage.name) : null,
    })),
  };
}

function shareOf(computed: WindowMetrics, name: string): number | null {
  return computed.stages.find(stage => stage.name === name)?.share ?? null;
}

function hours(seconds: number | null): number | null {
  return seconds === null ? null : seconds / 3_600;
}
