import {
  targetCovers,
  type EscapeHatchRule,
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
import type { UseNotes } from './UseNotes';

const DAY = 86_400_000;

/** Uses within a minute are one. */
const USE_MS = 60_000;

/** Says of rules whether an active escape hatch lets a service leave them. */
export class Evaluator {
  readonly #active: Pick<ActiveHatchStore, 'read'>;
  readonly #clock: { now(): number };
  readonly #identities: EntityIdentities;
  readonly #settings: EscapeHatchSettings;
  readonly #uses: Pick<UseNotes, 'note'>;

  constructor(options: {
    active: Pick<ActiveHatchStore, 'read'>;
    clock: { now(): number };
    identities: EntityIdentities;
    settings: EscapeHatchSettings;
    uses: Pick<UseNotes, 'note'>;
  }) {
    this.#active = options.active;
    this.#clock = options.clock;
    this.#identities = options.identities;
    this.#settings = options.settings;
    this.#uses = options.uses;
  }

  /** @throws UnknownRuleError */
  async evaluate(query: EvaluationQuery): Promise<Evaluation> {
    const { entityRef } = query;
    const rules = query.rules.map(id => this.#ruleOf(id));
    const now = this.#clock.now();
    const active = await this.#active.read({ now, entityRef });
    const covering = rules.map(rule =>
      active.filter(hatch => covers(hatch, rule, query)),
    );
    const uid = covering.some(hatches => hatches.length > 0)
      ? await this.#identities.uidOf(entityRef)
      : undefined;
    const found = covering.map(hatches =>
      latest(hatches.filter(({ entityUid }) => entityUid === uid)),
    );
    this.#use(found, now);
    return {
      at: toInstant(now),
      results: found.map((hatch, index) =>
        toResult(query.rules[index], hatch, now),
      ),
    };
  }

  #ruleOf(id: string): EscapeHatchRule {
    const rule = resolveRule(this.#settings, id);
    if (!rule) {
      throw new UnknownRuleError(
        `rules: no rule with id '${id}'; expected one of ${[
          ...this.#settings.rules.keys(),
        ].join(', ')}`,
      );
    }
    return rule;
  }

  #use(found: (ActiveHatch | undefined)[], now: number): void {
    const ids = found.flatMap(hatch =>
      hatch && now - (hatch.lastUsedAt ?? -Infinity) >= USE_MS
        ? [hatch.id]
        : [],
    );
    if (ids.length > 0) {
      this.#uses.note([...new Set(ids)], now);
    }
  }
}

/** Whether a hatch lets the rule be left where it is asked; vulnerabilities limit only rules about them. */
function covers(
  hatch: ActiveHatch,
  rule: EscapeHatchRule,
  { target: asked, environment }: EvaluationQuery,
): boolean {
  const { vulnerabilities, ...place } = hatch.target;
  return (
    hatch.rules.includes(rule.id) &&
    targetCovers({
      hatch: rule.vulnerabilities ? { ...place, vulnerabilities } : place,
      asked,
      environment,
    })
  );
}

/** Of several, the one that ends last. */
function latest(hatches: ActiveHatch[]): ActiveHatch | undefined {
  return hatches.sort((a, b) => b.expiresAt - a.expiresAt)[0];
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
