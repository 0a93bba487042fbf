import {
  targetCovers,
  type Evaluation,
  type EvaluationQuery,
  type EvaluationResult,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { toInstant } from '../database/instants';
import type { ActiveHatch } from '../exports/ActiveHatch';
import type { ActiveHatchStore } from '../exports/ActiveHatchStore';
import { resolveRule } from '../rules/resolveRule';
import type { EscapeHatchSettings } from '../settings';
import type { EntityIdentities } from './EntityIdentities';
import { UnknownRuleError } from './UnknownRuleError';

const DAY = 86_400_000;

/** Uses within a minute are one. */
const USE_MS = 60_000;

/** Says of rules whether an active escape hatch lets a service leave them. */
export class Evaluator {
  readonly #active: Pick<ActiveHatchStore, 'read'>;
  readonly #clock: { now(): number };
  readonly #identities: EntityIdentities;
  readonly #settings: EscapeHatchSettings;
  readonly #markUsed: (ids: string[], at: number) => Promise<void>;

  constructor(options: {
    active: Pick<ActiveHatchStore, 'read'>;
    clock: { now(): number };
    identities: EntityIdentities;
    settings: EscapeHatchSettings;
    markUsed: (ids: string[], at: number) => Promise<void>;
  }) {
    this.#active = options.active;
    this.#clock = options.clock;
    this.#identities = options.identities;
    this.#settings = options.settings;
    this.#markUsed = options.markUsed;
  }

  /** @throws UnknownRuleError */
  async evaluate(query: EvaluationQuery): Promise<Evaluation> {
    const { entityRef, environment, target } = query;
    const rules = query.rules.map(id => this.#ruleId(id));
    const now = this.#clock.now();
    const hatches = (await this.#active.read({ now, entityRef })).filter(
      hatch =>
        hatch.rules.some(rule => rules.includes(rule)) &&
        targetCovers({ hatch: hatch.target, asked: target, environment }),
    );
    const counting = await this.#ofTheEntity(entityRef, hatches);
    const found = rules.map(rule => latest(counting, rule));
    await this.#use(found, now);
    return {
      at: toInstant(now),
      results: found.map((hatch, index) =>
        toResult(query.rules[index], hatch, now),
      ),
    };
  }

  #ruleId(id: string): string {
    const rule = resolveRule(this.#settings, id);
    if (!rule) {
      throw new UnknownRuleError(
        `rules: no rule with id '${id}'; expected one of ${[
          ...this.#settings.rules.keys(),
        ].join(', ')}`,
      );
    }
    return rule.id;
  }

  async #ofTheEntity(
    entityRef: string,
    hatches: ActiveHatch[],
  ): Promise<ActiveHatch[]> {
    if (hatches.length === 0) {
      return [];
    }
    const uid = await this.#identities.uidOf(entityRef);
    return hatches.filter(({ entityUid }) => entityUid === uid);
  }

  async #use(found: (ActiveHatch | undefined)[], now: number): Promise<void> {
    const ids = found.flatMap(hatch =>
      hatch && now - (hatch.lastUsedAt ?? -Infinity) >= USE_MS
        ? [hatch.id]
        : [],
    );
    if (ids.length > 0) {
      await this.#markUsed([...new Set(ids)], now);
    }
  }
}

/** Of several, the one that ends last. */
function latest(hatches: ActiveHatch[], rule: string): ActiveHatch | undefined {
  return hatches
    .filter(({ rules }) => rules.includes(rule))
    .sort((a, b) => b.expiresAt - a.expiresAt)[0];
}

function toResult(
  rule: string,
  hatch: ActiveHatch | undefined,
  now: number,
): EvaluationResult {
  return hatch
    ? {
        rule,
        result: 'exempt',
        hatch: hatch.id,
        number: hatch.number,
        expiresAt: toInstant(hatch.expiresAt),
        daysLeft: Math.floor((hatch.expiresAt - now) / DAY),
      }
    : { rule, result: 'required' };
}
