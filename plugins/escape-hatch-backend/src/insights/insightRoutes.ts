import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  audited,
  defineRoute,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import { assertPerson } from '../callers/Caller';
import type { RequestAccess } from '../callers/RequestAccess';
import { insightsSchema } from '../schemas/insightsSchema';
import type { EscapeHatchSettings } from '../settings';
import type { DemandIssues } from './DemandIssues';
import type { InsightReader } from './InsightReader';

/** Whether it is them or the path; for those who may read all requests, of which this is worth something only whole. */
export function insightRoutes(options: {
  access: RequestAccess;
  auditor: AuditorService;
  reader: InsightReader;
  issues: DemandIssues;
  settings: Pick<EscapeHatchSettings, 'adminGroup'>;
}): Route[] {
  const { access, auditor, reader, issues, settings } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/insights',
      summary: 'Demand per rule in 90 days, and what can be closed',
      params: z.strictObject({}),
      query: z.strictObject({}),
      response: insightsSchema,
      async handle({ credentials }) {
        await access.assertMayReadAll(credentials);
        return reader.read();
      },
    }),
    defineRoute({
      method: 'post',
      path: '/insights/{rule}/issue',
      summary:
        'Opens the issue that asks for a change of the golden path, or finds it; for admins',
      params: z.strictObject({ rule: z.string().max(63) }),
      query: z.strictObject({}),
      response: z.object({ url: z.string() }),
      async handle({ params: { rule }, credentials }) {
        await access.assertMayReadAll(credentials);
        const { caller, approvers } = await access.visit(credentials);
        return audited({
          auditor,
          credentials,
          eventId: 'insight-issue-open',
          meta: { rule },
          act: async () => {
            assertPerson(caller);
            if (!(await approvers.isAdmin(caller.ref))) {
              throw new NotAllowedError(
                `Issues are opened by members of ${settings.adminGroup}, not by '${caller.ref}'`,
              );
            }
            return issues.open(rule);
          },
        });
      },
    }),
  ];
}
