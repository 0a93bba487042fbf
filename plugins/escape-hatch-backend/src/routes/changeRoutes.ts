import { defineRoute, type Route } from '@golden-path/backstage-http-api';
import { z } from 'zod';
import type { RequestActing } from '../acting/RequestActing';
import type { RequestService } from '../requests/RequestService';
import { draftSchema, editSchema } from '../schemas/draftSchema';
import { requestSchema } from '../schemas/requestSchema';
import { DRAFT_LIMIT } from './draftLimit';
import { requestParams } from './requestParams';

/** Asking for an escape hatch, and changing what is asked for. */
export function changeRoutes(options: {
  acting: RequestActing;
  service: RequestService;
}): Route[] {
  const { acting, service } = options;
  return [
    defineRoute({
      method: 'post',
      path: '/requests',
      summary: 'Asks for an escape hatch, as a draft or submitted at once',
      params: z.strictObject({}),
      query: z.strictObject({}),
      body: draftSchema,
      bodyLimit: DRAFT_LIMIT,
      status: 201,
      response: requestSchema,
      async handle({ body, credentials }) {
        return acting.create({ draft: body, credentials });
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/requests/{id}',
      summary: 'Changes what a request says, and clears its approvals',
      params: requestParams,
      query: z.strictObject({}),
      body: editSchema,
      bodyLimit: DRAFT_LIMIT,
      response: requestSchema,
      async handle({ params: { id }, body, credentials }) {
        return acting.act({
          id,
          action: 'edit',
          credentials,
          run: actor => service.edit({ id, edit: body, actor }),
        });
      },
    }),
  ];
}
