import type {
  RequestAction,
  RiskLevel,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import fc from 'fast-check';

/** What somebody says in a request; days are counted from now. */
export interface Wish {
  rules: string[];
  riskLevel: RiskLevel;
  expiresIn: number;
  startsIn: number | null;
  environments: string[];
}

/** A request by its place among all, and a version that is right but for so much. */
interface Aim {
  nth: number;
  stale: number;
}

/** Something that people, the portal or the world do. */
export type Operation =
  | {
      kind: 'create';
      user: string;
      component: string;
      submit: boolean;
      wish: Wish;
    }
  | (Aim & {
      kind: 'act';
      action: Exclude<RequestAction, 'edit' | 'renew' | 'review'>;
      /** Null: the first who may. */
      user: string | null;
      comment: boolean;
    })
  | (Aim & { kind: 'edit'; user: string | null; wish: Partial<Wish> })
  | (Aim & { kind: 'renew'; user: string | null; expiresIn: number })
  | (Aim & {
      kind: 'review';
      user: string | null;
      outcome: 'keep' | 'shorten' | 'revoke';
      expiresIn: number;
    })
  | (Aim & { kind: 'portal'; action: 'lapse' | 'entity-removed' })
  | (Aim & { kind: 'owner-changed'; owner: string })
  | { kind: 'ask'; nth: number; user: string }
  | { kind: 'wait'; hours: number }
  | { kind: 'restart' }
  | { kind: 'join' | 'leave'; user: string; group: string }
  | { kind: 'own'; component: string; owner: string }
  | { kind: 'register'; component: string }
  | { kind: 'unregister'; component: string };

/** Everybody of the demo's organisation, a user whom the catalog has not got, and a guest. */
export const USERS = [
  'platform-lead',
  'platform-engineer',
  'security-reviewer',
  'security-lead',
  'ml-lead',
  'ml-engineer',
  'ml-intern',
  'publishing-lead',
  'outsider',
  'stranger',
  'guest',
];

const GROUPS = ['platform-team', 'security-team', 'ml-team', 'ml-interns'];
const COMPONENTS = ['special-ml-workload', 'publishing-api'];

const user = fc.constantFrom(...USERS);
const component = fc.constantFrom(...COMPONENTS);
const aim = {
  nth: fc.nat({ max: 12 }),
  stale: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 1) },
  ),
};
/** Mostly somebody who may, or requests would never get far. */
const actor = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: user },
);

const rule = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.constantFrom('privileged-container', 'probes'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('default-deny-network', 'no-such-rule'),
  },
);
const days = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 1, max: 10 }) },
  { weight: 4, arbitrary: fc.integer({ min: 11, max: 92 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0, 93) },
);
const wish = {
  rules: fc.uniqueArray(rule, { minLength: 1, maxLength: 2 }),
  riskLevel: fc.constantFrom<RiskLevel>('low', 'medium', 'high', 'high'),
  expiresIn: days,
  startsIn: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: -2, max: 12 }) },
  ),
  environments: fc.subarray(['production', 'staging']),
};

const OWNERS: Record<string, string> = {
  'special-ml-workload': 'ml-lead',
  'publishing-api': 'publishing-lead',
};

/** Somebody asks for an escape hatch; mostly one who may. */
export const anyCreation: fc.Arbitrary<Operation> = component.chain(name =>
  fc.record({
    kind: fc.constant('create' as const),
    user: fc.oneof(
      { weight: 5, arbitrary: fc.constant(OWNERS[name]) },
      { weight: 1, arbitrary: user },
    ),
    component: fc.constant(name),
    submit: fc.boolean(),
    wish: fc.record(wish),
  }),
);

/** Random operations; those of people come most often. */
export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 14, arbitrary: anyCreation },
  {
    weight: 50,
    arbitrary: fc.record({
      ...aim,
      kind: fc.constant('act' as const),
      action: fc.constantFrom(
        'submit' as const,
        'submit' as const,
        ...Array<'approve'>(8).fill('approve'),
        'reject' as const,
        'request-changes' as const,
        'withdraw' as const,
        'revoke' as const,
        'confirm-owner' as const,
      ),
      user: actor,
      comment: fc.oneof(fc.constant(true), fc.boolean()),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      ...aim,
      kind: fc.constant('edit' as const),
      user: actor,
      wish: fc.record(wish, { requiredKeys: [] }),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      ...aim,
      kind: fc.constant('renew' as const),
      user: actor,
      expiresIn: days,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      ...aim,
      kind: fc.constant('review' as const),
      user: actor,
      outcome: fc.constantFrom('keep', 'shorten', 'revoke'),
      expiresIn: days,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...aim,
      kind: fc.constant('portal' as const),
      action: fc.constantFrom('lapse', 'entity-removed'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...aim,
      kind: fc.constant('owner-changed' as const),
      owner: fc.constantFrom('ml-team', 'publishing-team'),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      nth: aim.nth,
      user,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      // Now and then the clock is set back.
      hours: fc.constantFrom(12, 24, 24, 24 * 4, -48),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('restart' as const) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('join' as const, 'leave' as const),
      user,
      group: fc.constantFrom(...GROUPS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('own' as const),
      component,
      owner: fc.constantFrom('ml-team', 'publishing-team'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('register' as const, 'unregister' as const),
      component,
    }),
  },
);
