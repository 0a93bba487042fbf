import {
  defineRoute,
  pageOf,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { RequestAccess } from '../callers/RequestAccess';
import type { HatchClock } from '../clock/HatchClock';
import type { RuleUseStore } from '../lists/RuleUseStore';
import { ruleInUseSchema } from '../schemas/ruleInUseSchema';
import type { EscapeHatchSettings } from '../settings';

/** The golden path's rules. */
export function ruleRoutes(options: {
  access: RequestAccess;
  clock: HatchClock;
  settings: EscapeHatchSettings;
  uses: RuleUseStore;
}): Route[] {
  const { access, clock, settings, uses } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/rules',
      summary: 'All rules by id, with how many escape hatches leave them now',
      params: z.strictObject({}),
      query: z.strictObject({}),
      response: pageOf(ruleInUseSchema),
      async handle({ credentials }) {
        await access.assertMayRead(credentials);
        const inUse = await uses.read(clock.now());
        const items = [...settings.rules.values()]
          .sort((one, other) => (one.id < other.id ? -1 : 1))
          .map(rule => ({
            ...rule,
            inUse: inUse.get(rule.id) ?? { active: 0, owners: 0 },
          }));
        return { items };
      },
    }),
  ];
}
