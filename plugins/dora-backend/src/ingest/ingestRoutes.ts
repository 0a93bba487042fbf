import type { AuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  defineRoute,
  defineSignedRoute,
  rawBody,
  type Route,
  type SignedRoute,
} from '@golden-path/backstage-http-api';
import { z } from 'zod';
import { AlertmanagerReceiver } from '../alertmanager/AlertmanagerReceiver';
import { CdeventReceiver } from '../cdevents/CdeventReceiver';
import { CLOUDEVENTS_TYPES } from '../cdevents/readCloudEvents';
import { PagerdutyReceiver } from '../pagerduty/PagerdutyReceiver';

const MIB = 1024 * 1024;

const none = z.strictObject({});

/** Where events are pushed to. */
export function ingestRoutes(options: {
  auth: AuthService;
  cdevents: CdeventReceiver;
  alertmanager: AlertmanagerReceiver;
  pagerduty: PagerdutyReceiver;
}): (Route | SignedRoute)[] {
  const { auth, cdevents, alertmanager, pagerduty } = options;
  return [
    defineRoute({
      method: 'post',
      path: '/events',
      summary:
        'CDEvents 0.3, 0.4 or 0.5 as CloudEvents in structured, batch or binary mode; all or nothing',
      params: none,
      query: none,
      body: rawBody('A CloudEvent, a list of up to 2,000, or the data of one'),
      consumes: CLOUDEVENTS_TYPES,
      bodyLimit: 10 * MIB,
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
    defineSignedRoute({
      method: 'post',
      path: '/webhooks/alertmanager',
      summary: "Notifications of Alertmanager's receiver `webhook`, version 4",
      params: none,
      query: none,
      body: rawBody('As Alertmanager sends it, with the shared secret'),
      consumes: ['application/json'],
      bodyLimit: 5 * MIB,
      status: 202,
      response: z.object({}),
      async handle({ headers, body }) {
        await alertmanager.receive({ headers, body });
        return {};
      },
    }),
    defineSignedRoute({
      method: 'post',
      path: '/webhooks/pagerduty',
      summary: 'V3 webhooks of PagerDuty',
      params: none,
      query: none,
      body: rawBody('As PagerDuty signed it in x-pagerduty-signature'),
      consumes: ['application/json'],
      bodyLimit: MIB,
      status: 202,
      response: z.object({}),
      async handle({ headers, body }) {
        await pagerduty.receive({ headers, body });
        return {};
      },
    }),
  ];
}
