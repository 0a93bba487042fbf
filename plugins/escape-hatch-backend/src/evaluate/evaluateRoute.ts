import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  defineRoute,
  type Caller,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import {
  evaluationQuerySchema,
  evaluationSchema,
} from '../schemas/evaluationSchema';
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
    body: evaluationQuerySchema,
    response: evaluationSchema,
    handle: async ({ body, credentials }) => {
      await options.assertMayRead(credentials);
      return options.evaluator.evaluate(body);
    },
  });
}
