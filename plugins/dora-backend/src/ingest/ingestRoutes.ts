import type { AuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { defineRoute, rawBody, Route } from '@golden-path/backstage-http-api';
import { z } from 'zod';
import { CdeventReceiver } from '../cdevents/CdeventReceiver';
import { CLOUDEVENTS_TYPES } from '../cdevents/readCloudEvents';

const BODY_LIMIT = 10 * 1024 * 1024;

/** Where delivery events are pushed to. */
export function ingestRoutes(options: {
  auth: AuthService;
  cdevents: CdeventReceiver;
}): Route[] {
  const { auth, cdevents } = options;
  return [
    defineRoute({
      method: 'post',
      path: '/events',
      summary:
        'CDEvents 0.3, 0.4 or 0.5 as CloudEvents in structured, batch or binary mode; all or nothing',
      params: z.strictObject({}),
      query: z.strictObject({}),
      body: rawBody('A CloudEvent, a list of up to 2,000, or the data of one'),
      consumes: CLOUDEVENTS_TYPES,
      bodyLimit: BODY_LIMIT,
      status: 202,
      response: z.object({ accepted: z.number(), duplicates: z.number() }),
      async handle({ headers, body, credentials }) {
        if (!auth.isPrincipal(credentials, 'service')) {
          throw new NotAllowedError(
            'Events are pushed with a service token; expected one that may speak for the component',
          );
        }
        const { principal } = credentials;
        return cdevents.receive({ headers, body, principal });
      },
    }),
  ];
}
