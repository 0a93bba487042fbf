import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  cursorOf,
  defineRoute,
  offsetOf,
  pageOf,
  pageQuery,
  type Caller,
  type Route,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { AuditTrail } from '../audit/AuditTrail';
import type { RequestAccess } from '../callers/RequestAccess';
import {
  auditEntrySchema,
  auditVerificationSchema,
} from '../schemas/auditSchema';
import type { EscapeHatchSettings } from '../settings';

/** The audit trail, for those who audit: admins, the security group and services. */
export function auditRoutes(options: {
  access: RequestAccess;
  audit: AuditTrail;
  settings: EscapeHatchSettings;
}): Route[] {
  const { access, audit, settings } = options;
  const auditors = [settings.adminGroup, settings.securityGroup];

  const assertAuditor = async (credentials: BackstageCredentials<Caller>) => {
    const { caller, groups } = await access.visit(credentials);
    if (
      caller.type !== 'service' &&
      !auditors.some(group => groups.includes(group))
    ) {
      throw new NotAllowedError(
        `The audit trail is for members of ${auditors.join(
          ' and ',
        )}, not for '${caller.ref}'`,
      );
    }
  };

  return [
    defineRoute({
      method: 'get',
      path: '/audit',
      summary: 'The audit trail, oldest first',
      params: z.strictObject({}),
      query: z.strictObject({
        requestId: z.string().max(36).optional(),
        ...pageQuery,
      }),
      response: pageOf(auditEntrySchema),
      async handle({ query, credentials }) {
        await assertAuditor(credentials);
        const { limit, requestId } = query;
        const entries = await audit.list({
          limit: limit + 1,
          after: offsetOf(query.cursor),
          requestId,
        });
        const items = entries.slice(0, limit);
        const last = items.at(-1);
        return {
          items,
          ...(entries.length > limit &&
            last && { nextCursor: cursorOf(last.seq) }),
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/audit/verify',
      summary: 'Whether the audit trail is what was written',
      params: z.strictObject({}),
      query: z.strictObject({}),
      response: auditVerificationSchema,
      async handle({ credentials }) {
        await assertAuditor(credentials);
        return audit.verify();
      },
    }),
  ];
}
