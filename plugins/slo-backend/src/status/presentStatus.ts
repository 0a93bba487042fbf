import {
  burnAlertRules,
  computeBudget,
  indicatorSubject,
  PolicyThreshold,
  Problem,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';
import { toInstant } from '../database/instants';
import { activeStep } from '../policy/activeStep';
import { Series, Slo, windowSeconds } from '../slos/Slo';
import { dataState } from './StatusStore';
import { staleAfterSeconds, StoredStatus, TileState } from './StoredStatus';

/** The wire form of an SLO's state, from what is stored and the clock. */
export function presentStatus(options: {
  slo: Slo;
  series: Series;
  previous: Series | undefined;
  stored: { state: TileState; status: StoredStatus };
  policy: { thresholds: PolicyThreshold[]; inherited: boolean };
  problems: Problem[];
  /** Seconds since the epoch. */
  now: number;
}): SloStatus {
  const { slo, series, previous, stored, policy, now } = options;
  const { definition } = slo;
  const { status } = stored;
  const seconds = windowSeconds(slo);
  const { objective, indicator } = definition;
  const { sli, ...budget } = computeBudget({
    sums: status.sums,
    objective,
    windowSeconds: seconds,
  });
  const state = dataState(
    stored.state,
    series.watermark &&
      series.watermark + staleAfterSeconds(series.tileSeconds ?? 0),
    now,
  );
  const active = activeStep(policy.thresholds, slo.latched);

  return {
    id: slo.id,
    entityRef: slo.entityRef,
    ownerRef: slo.ownerRef,
    systemRef: slo.systemRef,
    name: slo.name,
    description: definition.description,
    objective,
    objectiveDefaulted: definition.objectiveDefaulted ?? false,
    indicator: {
      form: indicator.form,
      subject: indicatorSubject(indicator),
      ...(indicator.form === 'latency' && {
        thresholdSeconds: indicator.thresholdSeconds,
      }),
      ...(indicator.form === 'slices' && {
        sliceSeconds:
          definition.sliceSeconds ?? series.tileSeconds ?? undefined,
        op: indicator.op,
        value: indicator.value,
      }),
    },
    window: {
      ...definition.window,
      from: toInstant(status.window.from),
      to: toInstant(status.window.to),
    },
    sli,
    good: status.sums.good,
    total: status.sums.total,
    budget,
    sparkline: status.sparkline.remaining,
    burnRates: status.burnRates,
    alerts: burnAlertRules({ objective, windowSeconds: seconds }).map(rule => {
      const known = status.alerts.find(
        alert => alert.longSeconds === rule.longSeconds,
      );
      return {
        ...rule,
        longBurn: known?.longBurn ?? null,
        shortBurn: known?.shortBurn ?? null,
        firing: known?.firing ?? false,
        ...(typeof known?.since === 'number' && {
          since: toInstant(known.since),
        }),
      };
    }),
    policy: {
      ...policy,
      active: active ? { ...active, since: toInstant(active.since) } : null,
    },
    data: {
      state,
      frozen: ['empty', 'backfilling', 'stale'].includes(state),
      coverage: status.coverage,
      ...(status.loaded !== null && { loaded: status.loaded }),
      watermark: series.watermark === null ? null : toInstant(series.watermark),
      source: {
        ...slo.source,
        ...(slo.demo && slo.source.type === 'push' && { demo: true }),
      },
      generationSince: toInstant(series.since),
      ...(previous && {
        previousGeneration: {
          generation: previous.generation,
          until: toInstant(previous.until ?? series.since),
          consumed: previous.finalConsumed,
        },
      }),
      gaps: status.gaps.map(gap => ({
        from: toInstant(gap.from),
        to: toInstant(gap.to),
      })),
      anomalies: Math.round(status.sums.anomalies),
      tileSeconds: series.tileSeconds,
      ...(slo.notifiedAt !== null && { notifiedAt: toInstant(slo.notifiedAt) }),
      ...(series.sourceError && {
        sourceError: {
          message: series.sourceError.message,
          since: toInstant(series.sourceError.since),
        },
      }),
    },
    forecast: null,
    document: slo.document,
    problems: [
      ...options.problems,
      ...series.sourceWarnings.map(message => ({
        severity: 'warning' as const,
        file: slo.document.file,
        line: definition.location.indicatorLine ?? definition.location.line,
        column: 1,
        path: '',
        message,
      })),
    ],
  };
}
