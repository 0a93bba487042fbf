import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
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
import { githubBuilder } from '../github/githubBuilder';
import { GithubWebhooks } from '../github/GithubWebhooks';
import { PagerdutyReceiver } from '../pagerduty/PagerdutyReceiver';
import type { SourceBuilder } from '../sources/SourceBuilder';
import { SourceStore } from '../sources/SourceStore';
import { EventPushers } from './EventPushers';
import { ingestRoutes } from './ingestRoutes';

/** What takes events from outside. */
export interface Ingest {
  routes: (Route | SignedRoute)[];
  /** Of sources that are asked, by type. */
  builders: Record<string, SourceBuilder>;
  githubWebhooks: GithubWebhooks;
}

/** Builds what takes events: over HTTP, from the host's events, and the sources of GitHub. */
export function createIngest(deps: {
  auth: AuthService;
  config: Config;
  knex: Knex;
  logger: LoggerService;
  recorder: Pick<EventRecorder, 'record'>;
  sources: SourceStore;
}): Ingest {
  const { auth, config } = deps;
  const incidentLabels = config.getOptionalStringArray(
    'dora.github.incidentLabels',
  ) ?? ['incident'];
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
    builders: {
      github: githubBuilder({
        ...deps,
        integrations: ScmIntegrations.fromConfig(config),
        incidentLabels,
      }),
    },
    githubWebhooks: new GithubWebhooks({ ...deps, incidentLabels }),
  };
}
