import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  defineRoute,
  entityRefSchema,
  type Caller,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import { askedTargetSchema, environmentSchema } from '../schemas/targetSchema';
import type { Evaluator } from './Evaluator';

/** `POST /evaluate`: what a deploy gate and a pipeline ask. */
export function evaluateRoute(options: {
  evaluator: Evaluator;
  assertMayRead: (credentials: BackstageCredentials<Caller>) => Promise<void>;
}): Route {
  return defineRoute({
    method: 'post',
    path: '/evaluate',
    summary: 'Whether active escape hatches let a service leave rules',
    params: z.strictObject({}),
    query: z.strictObject({}),
    body: z.strictObject({
      entityRef: entityRefSchema,
      environment: environmentSchema.optional(),
      rules: z.array(z.string().min(1).max(63)).min(1).max(100),
      target: askedTargetSchema.optional(),
    }),
    response: z.object({
      at: z.string(),
      results: z.array(
        z.object({
          rule: z.string(),
          result: z.enum(['required', 'exempt']),
          hatch: z.string().optional(),
          number: z.number().int().optional(),
          expiresAt: z.string().optional(),
          daysLeft: z.number().int().optional(),
        }),
      ),
    }),
    handle: async ({ body, credentials }) => {
      await options.assertMayRead(credentials);
      return options.evaluator.evaluate(body);
    },
  });
}
