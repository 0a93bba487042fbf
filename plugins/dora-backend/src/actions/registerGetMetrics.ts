import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogAccess } from '@golden-path/backstage-http-api';
import { doraReadPermission } from '@golden-path/backstage-plugin-dora-common';
import type { MetricsReader } from '../metrics/MetricsReader';
import { readWindow } from '../schemas/scopeQuery';
import type { ScopeResolver } from '../scope/ScopeResolver';
import { describeMetrics } from './describeMetrics';
import { parseScope } from './parseScope';

/** Lets agents ask for the metrics of a scope. */
export function registerGetMetrics(options: {
  actionsRegistry: ActionsRegistryService;
  access: CatalogAccess;
  scopes: ScopeResolver;
  metrics: MetricsReader;
}): void {
  const { actionsRegistry, access, scopes, metrics } = options;
  actionsRegistry.register({
    name: 'get-metrics',
    title: 'Get delivery metrics',
    description:
      "DORA's five metrics of the organisation, a group, a component, a system or a domain in a period, each with the same metric of the period before, and the stage that takes the largest share of lead time. A value is null where there is nothing to average, which is not 0.",
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: doraReadPermission,
    schema: {
      input: z =>
        z
          .object({
            scope: z
              .string()
              .default('all')
              .describe(
                "'all' or a full entity ref such as component:default/api-service",
              ),
            from: z
              .string()
              .datetime({ offset: true })
              .optional()
              .describe('RFC 3339; default: 30 days before to'),
            to: z
              .string()
              .datetime({ offset: true })
              .optional()
              .describe('RFC 3339, the first instant after it; default: now'),
          })
          .strict(),
      output: z => {
        const value = z.number().nullable();
        const metric = <T extends Record<string, typeof value>>(fields: T) => {
          const shape = {
            ...fields,
            n: z.number().describe('What it is computed from'),
            band: z.string().nullable(),
          };
          return z.object({ ...shape, previous: z.object(shape).nullable() });
        };
        return z.object({
          scope: z.string(),
          from: z.string(),
          to: z.string(),
          observedFrom: z.string().nullable(),
          demo: z.boolean().describe('Some events are made up or replayed'),
          deploymentFrequency: metric({ perDay: value }),
          changeLeadTime: metric({ medianSeconds: value, meanSeconds: value }),
          changeFailRate: metric({ value }),
          failedDeploymentRecoveryTime: metric({ medianSeconds: value }),
          deploymentReworkRate: metric({ value }),
          bottleneck: z
            .object({ stage: z.string(), share: z.number() })
            .nullable(),
        });
      },
    },
    action: async ({ input, credentials }) => {
      await access.assertMayRead(credentials);
      const window = readWindow(input, Date.now());
      const scope = await scopes.resolve(parseScope(input.scope), credentials);
      const report = await metrics.read({ scope, window, granularity: 'week' });
      return { output: describeMetrics(report.metrics) };
    },
  });
}
