import type { AuthService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  PusherPolicy,
  type Route,
  type SignedRoute,
} from '@golden-path/backstage-http-api';
import type { Knex } from 'knex';
import { AlertmanagerReceiver } from '../alertmanager/AlertmanagerReceiver';
import { readAlertmanagerSettings } from '../alertmanager/AlertmanagerSettings';
import { CdeventReceiver } from '../cdevents/CdeventReceiver';
import type { EventRecorder } from '../facts/EventRecorder';
import { PagerdutyReceiver } from '../pagerduty/PagerdutyReceiver';
import { SourceStore } from '../sources/SourceStore';
import { EventPushers } from './EventPushers';
import { ingestRoutes } from './ingestRoutes';

/** Builds what takes events that are sent to the plugin over HTTP. */
export function createIngest(deps: {
  auth: AuthService;
  config: Config;
  knex: Knex;
  recorder: Pick<EventRecorder, 'record'>;
  sources: SourceStore;
}): { routes: (Route | SignedRoute)[] } {
  const { auth, config } = deps;
  const pushers = new EventPushers(
    PusherPolicy.fromConfig(config, { key: 'dora', pushed: 'events' }),
  );
  return {
    routes: ingestRoutes({
      auth,
      cdevents: new CdeventReceiver({ ...deps, pushers }),
      alertmanager: new AlertmanagerReceiver({
        ...deps,
        settings: readAlertmanagerSettings(config),
      }),
      pagerduty: new PagerdutyReceiver({
        ...deps,
        secrets: config.getOptionalStringArray('dora.pagerduty.secrets') ?? [],
      }),
    }),
  };
}
