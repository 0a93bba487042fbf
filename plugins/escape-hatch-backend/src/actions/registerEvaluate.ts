import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RequestAccess } from '../callers/RequestAccess';
import { evaluationQuerySchema } from '../schemas/evaluationSchema';
import type { Evaluator } from '../evaluate/Evaluator';
import { parseInput } from './parseInput';

/** Lets agents ask whether a service may leave rules now. */
export function registerEvaluate(options: {
  actionsRegistry: ActionsRegistryService;
  access: RequestAccess;
  evaluator: Evaluator;
}): void {
  const { actionsRegistry, access, evaluator } = options;
  actionsRegistry.register({
    name: 'evaluate',
    title: 'Evaluate rules for a service',
    description:
      'Whether active escape hatches let a service leave rules of the golden path now: for each rule required or exempt and, of the latter, the escape hatch and its end. What is let through counts as used.',
    attributes: { readOnly: false, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z
          .object({
            entityRef: z
              .string()
              .describe('Full ref of a service: component:default/api-service'),
            rules: z.array(z.string()).min(1).describe('Ids of rules'),
            environment: z
              .string()
              .optional()
              .describe('Without one, only hatches for all count'),
            target: z
              .object({
                cluster: z.string(),
                namespace: z.string(),
                kind: z.string(),
                name: z.string(),
                vulnerabilities: z.array(z.string()),
              })
              .partial()
              .strict()
              .optional()
              .describe('Without one, only hatches without a target count'),
          })
          .strict(),
      output: z =>
        z.object({
          at: z.string(),
          results: z.array(
            z.object({
              rule: z.string(),
              result: z.enum(['required', 'exempt']),
              hatch: z.string().optional(),
              number: z.number().optional(),
              expiresAt: z.string().optional(),
              daysLeft: z.number().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const query = parseInput(evaluationQuerySchema, input);
      await access.assertMayRead(credentials);
      return { output: await evaluator.evaluate(query) };
    },
  });
}
