import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  slo?: {
    /**
     * Prometheus servers that SLIs are measured with. The first one measures every SLO whose document or entity
     * (annotation `golden-path.io/prometheus`) names no other. Without any, SLIs are pushed.
     */
    prometheus?: Array<{
      /** Name that documents and annotations use. */
      name: string;
      /** Base URL, `http` or `https`, without credentials, query or fragment. */
      url: string;
      /**
       * Headers sent with every request, for instance `X-Scope-OrgID`.
       *
       * @deepVisibility secret
       */
      headers?: { [name: string]: string };
      /**
       * Sent as `Authorization: Bearer`; excludes `basicAuth`.
       *
       * @visibility secret
       */
      bearerToken?: string;
      /** Sent as `Authorization: Basic`; excludes `bearerToken`. */
      basicAuth?: {
        username: string;
        /**
         * @visibility secret
         */
        password: string;
      };
      /** Time that one request may take; default 20 s, at most 2 minutes. */
      timeout?: HumanDuration | string;
    }>;

    /**
     * Service subjects that may push samples, beside CI of an entity's own repository.
     */
    pushers?: Array<{
      /** Subject of the token, as configured under `backend.auth.externalAccess`. */
      subject: string;
      /** Full entity refs, or `*` for all. */
      entities: string[];
    }>;

    /** Error budget policy of SLOs whose document has none. */
    policy?: Array<{
      /** Consumed fraction above which the action holds. */
      threshold: number;
      action: string;
      /** Default: `freeze` from 1.0, else `review`. */
      effect?: 'notify' | 'review' | 'freeze';
    }>;

    /** Objective of time slices whose document names none; default 0.99. */
    sliceObjective?: number;

    schedule?: {
      /** How often SLO documents are read; default every 5 minutes. */
      documents?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How often sources are asked for new tiles; default every minute. */
      collection?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    retention?: {
      /**
       * Days that policy history, marks, ended generations and retired SLOs are kept; default 400. Tiles are kept
       * for 92 days, or the SLO's window and a day where that is longer.
       */
      days?: number;
    };
  };
}
