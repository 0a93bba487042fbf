import { defineRoute, type Route } from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { RequestActing } from '../acting/RequestActing';
import type { RequestService } from '../requests/RequestService';
import { decisionSchema } from '../schemas/decisionSchema';
import { timeSchema } from '../schemas/draftSchema';
import { requestSchema } from '../schemas/requestSchema';
import { requestParams } from './requestParams';

const query = z.strictObject({});

/** All that people decide on a request. */
export function decisionRoutes(options: {
  acting: RequestActing;
  service: RequestService;
}): Route[] {
  const { acting, service } = options;

  const plain = (route: {
    action:
      | 'submit'
      | 'approve'
      | 'reject'
      | 'request-changes'
      | 'withdraw'
      | 'revoke'
      | 'confirm-owner';
    summary: string;
    run: RequestService['approve'];
  }) =>
    defineRoute({
      method: 'post',
      path: `/requests/{id}/${route.action}`,
      summary: route.summary,
      params: requestParams,
      query,
      body: decisionSchema,
      response: requestSchema,
      handle: async ({ params: { id }, body, credentials }) =>
        acting.act({
          id,
          action: route.action,
          credentials,
          run: actor => route.run({ id, ...body, actor }),
        }),
    });

  return [
    plain({
      action: 'submit',
      summary: 'Submits a draft, or again what was changed',
      run: it => service.submit(it),
    }),
    plain({
      action: 'approve',
      summary: 'Approves the stage that waits',
      run: it => service.approve(it),
    }),
    plain({
      action: 'reject',
      summary: 'Rejects for good; the comment is mandatory',
      run: it => service.reject(it),
    }),
    plain({
      action: 'request-changes',
      summary: 'Gives it back to the requester; the comment is mandatory',
      run: it => service.requestChanges(it),
    }),
    plain({
      action: 'withdraw',
      summary: 'Takes back what is not approved yet',
      run: it => service.withdraw(it),
    }),
    plain({
      action: 'revoke',
      summary: 'Ends an approved one at once; the comment is mandatory',
      run: it => service.revoke(it),
    }),
    plain({
      action: 'confirm-owner',
      summary: 'Takes it over, as the new owner of its entity',
      run: it => service.confirmOwner(it),
    }),
    defineRoute({
      method: 'post',
      path: '/requests/{id}/renew',
      summary: 'Asks for the same again; answers with the new request',
      params: requestParams,
      query,
      body: decisionSchema.extend({ expiresAt: timeSchema }),
      status: 201,
      response: requestSchema,
      handle: async ({ params: { id }, body, credentials }) =>
        acting.act({
          id,
          action: 'renew',
          credentials,
          run: actor => service.renew({ id, ...body, actor }),
        }),
    }),
    defineRoute({
      method: 'post',
      path: '/requests/{id}/review',
      summary: 'Ends a quarterly review: it is kept, shortened or revoked',
      params: requestParams,
      query,
      body: decisionSchema
        .extend({
          outcome: z.enum(['keep', 'shorten', 'revoke']),
          expiresAt: timeSchema.optional(),
        })
        .refine(
          ({ outcome, expiresAt }) =>
            (outcome === 'shorten') === (expiresAt !== undefined),
          {
            path: ['expiresAt'],
            message: 'expected with the outcome shorten, and only with it',
          },
        ),
      response: requestSchema,
      handle: async ({ params: { id }, body, credentials }) =>
        acting.act({
          id,
          action: 'review',
          credentials,
          run: actor => service.review({ id, ...body, actor }),
        }),
    }),
  ];
}
