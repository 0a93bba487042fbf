import type {
  PolicyEffect,
  PolicyThreshold,
} from '../../definition/PolicyThreshold';
import type { DocumentNode } from '../DocumentNode';
import { readChoice } from './readChoice';

const EFFECTS: Record<PolicyEffect, PolicyEffect> = {
  notify: 'notify',
  review: 'review',
  freeze: 'freeze',
};

/** Ten times the budget: beyond it, per cent are meant. */
const DUBIOUS_THRESHOLD = 10;

/**
 * Reads an error budget policy, ascending by threshold; empty where there is none.
 */
export function readPolicy(node: DocumentNode): PolicyThreshold[] {
  if (!node.present) {
    return [];
  }
  const steps = node.items('a list of thresholds with their actions') ?? [];
  const policy: PolicyThreshold[] = [];
  const thresholds = new Set<number>();
  for (const step of steps) {
    const fields = step.mapping(
      ['threshold', 'action', 'effect'],
      'a mapping with threshold and action',
    );
    if (fields) {
      const threshold = readThreshold(fields.threshold);
      const action = fields.action.text('what has to be done, as a text');
      const effect = fields.effect.present
        ? readChoice(fields.effect, EFFECTS)
        : defaultEffect(threshold);
      if (threshold !== undefined && thresholds.has(threshold)) {
        fields.threshold.error(
          `expected every threshold once, got ${threshold} again`,
        );
      } else if (threshold !== undefined) {
        thresholds.add(threshold);
        if (action !== undefined && effect) {
          policy.push({ threshold, action, effect });
        }
      }
    }
  }
  return policy.sort((a, b) => a.threshold - b.threshold);
}

function readThreshold(node: DocumentNode): number | undefined {
  const { value } = node;
  if (typeof value !== 'number' || !(value > 0 && value < Infinity)) {
    return node.expected(
      'a consumed fraction of the budget greater than 0, such as 0.5',
    );
  }
  if (value >= DUBIOUS_THRESHOLD) {
    node.warn(
      `${value} is ${value} times the whole budget; did you mean ${
        value / 100
      }?`,
    );
  }
  return value;
}

function defaultEffect(threshold = 0): PolicyEffect {
  return threshold >= 1 ? 'freeze' : 'review';
}
