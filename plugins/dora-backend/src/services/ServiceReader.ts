import {
  largestStage,
  type DoraService,
  type ReportYear,
} from '@golden-path/backstage-plugin-dora-common';
import { computeWindow, type WindowMetrics } from '../metrics/computeWindow';
import type { FactReader } from '../metrics/FactReader';
import type { FactRows } from '../metrics/FactRows';
import { sliceFacts } from '../metrics/sliceFacts';
import type { LocalCalendar, Span } from '../metrics/LocalCalendar';
import type { Scope } from '../scope/Scope';
import type { ListedService, ServiceStore } from './ServiceStore';

/** Computes the metrics of each service of a page. */
export class ServiceReader {
  readonly #services: ServiceStore;
  readonly #facts: FactReader;
  readonly #calendar: LocalCalendar;
  readonly #reportYear: ReportYear;

  constructor(options: {
    services: ServiceStore;
    facts: FactReader;
    calendar: LocalCalendar;
    reportYear: ReportYear;
  }) {
    this.#services = options.services;
    this.#facts = options.facts;
    this.#calendar = options.calendar;
    this.#reportYear = options.reportYear;
  }

  /** Of a team's services, what was the team's then: the numbers add up to those of the team. */
  async read(options: {
    services: ListedService[];
    scope: Scope;
    window: Span;
  }): Promise<DoraService[]> {
    const { services, scope, window } = options;
    const refs = services.map(({ entityRef }) => entityRef);
    const before = {
      from: window.from - (window.to - window.from),
      to: window.from,
    };
    const [rows, observed, running] = await Promise.all([
      this.#facts.read({
        scope: { kind: 'services', ref: scope.ref, entityRefs: refs },
        spans: [{ from: before.from, to: window.to }],
      }),
      this.#services.observedFrom(refs),
      this.#services.running(refs),
    ]);
    const days = (span: Span) => this.#calendar.pieces(span, 'day');
    const [currentDays, previousDays] = [window, before].map(days);
    return services.map(({ entityRef, ownerRef }) => {
      const own = rowsOf(rows, entityRef, scope);
      const compute = (span: Span, pieces: Span[]) =>
        computeWindow({
          window: span,
          slices: sliceFacts(own, pieces),
          restore: { seconds: new Float64Array(), open: 0 },
          observedFrom: observed.get(entityRef) ?? null,
          calendar: this.#calendar,
          reportYear: this.#reportYear,
        });
      const current = compute(window, currentDays);
      const previous = compute(before, previousDays);
      return {
        entityRef,
        ownerRef,
        ...fiveOf(current),
        changeLeadTime: {
          ...current.changeLeadTime,
          previousMedianSeconds: previous.changeLeadTime.medianSeconds,
        },
        bottleneck: bottleneckOf(current),
        running: running.get(entityRef) ?? [],
      };
    });
  }
}

function rowsOf(rows: FactRows, entityRef: string, scope: Scope): FactRows {
  const isOwn = (row: { entityRef: string; ownerRef: string | null }) =>
    row.entityRef === entityRef &&
    (scope.kind !== 'owners' ||
      (row.ownerRef !== null && scope.owners.includes(row.ownerRef)));
  return {
    deployments: rows.deployments.filter(isOwn),
    recoveries: rows.recoveries.filter(isOwn),
    shipped: rows.shipped.filter(isOwn),
  };
}

function fiveOf(metrics: WindowMetrics) {
  const {
    deploymentFrequency,
    changeFailRate,
    failedDeploymentRecoveryTime,
    deploymentReworkRate,
  } = metrics;
  return {
    deploymentFrequency,
    changeFailRate,
    failedDeploymentRecoveryTime,
    deploymentReworkRate,
  };
}

function bottleneckOf({ stages }: WindowMetrics): DoraService['bottleneck'] {
  const largest = largestStage(stages);
  return largest ? { stage: largest.name, share: largest.share } : null;
}
