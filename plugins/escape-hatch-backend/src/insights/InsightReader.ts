import type {
  Insights,
  RuleDemand,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { toInstant } from '../database/instants';
import type { EntityReader } from '../entities/EntityReader';
import type { IssueStore } from '../github/IssueStore';
import type { EscapeHatchSettings } from '../settings';
import type { ClosableHatch, ClosableStore } from './ClosableStore';
import type { Demand, DemandStore } from './DemandStore';
import { demandSignal, SIGNAL_TEAMS } from './demandSignal';

const DAY = 86_400_000;

/** Period of the demand, ms. */
const PERIOD = 90 * DAY;

/** After so long without use a hatch is called unused; and a check that was not heard of for so long says nothing, ms. */
const SILENCE = 30 * DAY;

/** Demand for one rule, and whether the golden path needs updating. */
export interface JudgedDemand extends Demand {
  hasSignal: boolean;
}

/** Tells whether it is them or the path. */
export class InsightReader {
  readonly #demand: DemandStore;
  readonly #closable: ClosableStore;
  readonly #issues: IssueStore;
  readonly #entities: Pick<EntityReader, 'count'>;
  readonly #clock: { now(): number };
  readonly #settings: EscapeHatchSettings;

  constructor(options: {
    demand: DemandStore;
    closable: ClosableStore;
    issues: IssueStore;
    entities: Pick<EntityReader, 'count'>;
    clock: { now(): number };
    settings: EscapeHatchSettings;
  }) {
    this.#demand = options.demand;
    this.#closable = options.closable;
    this.#issues = options.issues;
    this.#entities = options.entities;
    this.#clock = options.clock;
    this.#settings = options.settings;
  }

  /** Highest demand first. `from` is the first instant of the period, ms. */
  async demand(now: number): Promise<{
    from: number;
    servicesTotal: number;
    rules: JudgedDemand[];
  }> {
    const from = now - PERIOD;
    const [found, servicesTotal] = await Promise.all([
      this.#demand.read({ from, now }),
      this.#entities.count(),
    ]);
    const rules = found.map(demand => ({
      ...demand,
      hasSignal: demandSignal({
        teams: demand.owners.length,
        services: demand.services.length,
        servicesTotal,
      }),
    }));
    return { from, servicesTotal, rules: rules.sort(byDemand) };
  }

  async read(): Promise<Insights> {
    const { timeZone, issuesRepository } = this.#settings;
    const now = this.#clock.now();
    const [demand, unused, notNeeded] = await Promise.all([
      this.demand(now),
      this.#closable.unused({ now, before: now - SILENCE }),
      this.#closable.notNeeded({ now, heardAfter: now - SILENCE }),
    ]);
    const { from, servicesTotal } = demand;
    const issueUrls = await this.#issues.urlsOfRules(from);
    return {
      from: toInstant(from),
      to: toInstant(now),
      timeZone,
      servicesTotal,
      rules: demand.rules.map(rule =>
        this.#present(rule, issueUrls.get(rule.rule)),
      ),
      unused: unused.map(({ id }) => id),
      notNeeded: notNeeded.map(({ id }) => id),
      closable: [
        ...unused.map(hatch => toClosable(hatch, 'unused')),
        ...notNeeded.map(hatch => toClosable(hatch, 'not-needed')),
      ],
      issues: issuesRepository !== undefined,
    };
  }

  #present(demand: JudgedDemand, issueUrl: string | undefined): RuleDemand {
    const { newest, hasSignal, ...rest } = demand;
    return {
      ...rest,
      title: this.#settings.rules.get(demand.rule)?.title ?? demand.rule,
      numbers: newest.map(({ number }) => number),
      signal: hasSignal ? 'golden-path-needs-updating' : null,
      teamsBelow: hasSignal ? 0 : SIGNAL_TEAMS - demand.owners.length,
      ...(issueUrl && { issueUrl }),
    };
  }
}

function byDemand(one: Demand, other: Demand): number {
  return (
    other.owners.length - one.owners.length ||
    other.requests - one.requests ||
    (one.rule < other.rule ? -1 : 1)
  );
}

function toClosable(
  hatch: ClosableHatch,
  reason: 'unused' | 'not-needed',
): Insights['closable'][number] {
  return { ...hatch, reason, since: toInstant(hatch.since) };
}
