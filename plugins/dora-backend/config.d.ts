import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  dora?: {
    /** IANA zone of days, weeks and months, such as `Europe/London`; default `UTC`. */
    timeZone?: string;

    /** Environments whose deployments count, whatever their case; default `production` and `prod`. */
    productionEnvironments?: string[];

    /** What makes a change a hotfix. A deployment is one when all the changes that it ships are. */
    hotfix?: {
      /** Patterns of branch names; default `hotfix/*`. */
      branches?: string[];
      /** Labels of pull requests; default `hotfix`. */
      labels?: string[];
    };

    /** Days after a deployment in which a revert of what it shipped blames it: 0 to 30, default 7; 0 turns it off. */
    revertDays?: number;

    /** Year of the report whose clusters band the metrics: 2021 to 2025, default 2024. */
    reportYear?: number;

    retention?: {
      /** Days that events are kept; default 800. */
      days?: number;
    };

    /**
     * Absolute path of the folder that mirrors of git repositories are kept in; default one in the folder for temporary
     * files, which is filled again when it is gone.
     */
    workDirectory?: string;

    /** Service subjects that may push events, beside CI of a component's own repository. */
    pushers?: Array<{
      /** Subject of the token, as configured under `backend.auth.externalAccess`. */
      subject: string;
      /** Full entity refs, or `*` for all, and for what the catalog does not know. */
      entities: string[];
    }>;

    /** Sources that are asked on a schedule. Those that send by themselves need no entry. */
    sources?: Array<
      | {
          /** The history of a repository that says which version is meant to run where. */
          type: 'gitops';
          /** Name of the source, of letters, digits, dashes, dots and underscores; default the repository's. */
          id?: string;
          /** URL of the repository, or its path: beginning with `/`, or with `./` or `../` from the backend's working directory. */
          url: string;
          /** Default: the repository's default branch. */
          branch?: string;
          /** Where its files are, with `<environment>` and `<service>`: `environments/<environment>/<service>/values.yaml`. */
          path: string;
          /** Where the version is in the file, such as `image.tag`. */
          value: string;
          /** Regular expression for the commit's SHA in a version, or for its first 7 digits or more. */
          shaInTag?: string;
          /** Date or instant before which a file that is added dates no deployment. */
          since?: string;
          /** A commit that brings versions for so many files, or services, or more, states what runs and dates no deployment. */
          importThreshold?: {
            /** Default 10. */
            files?: number;
            /** Default 5. */
            services?: number;
          };
          /** Default: every minute. */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        }
      | {
          /** The repositories of the catalog's components, read with git. */
          type: 'git';
          /** Default: the default branch of each. */
          branch?: string;
          /** Absolute paths of folders whose repositories components may name by `file:` URLs; default none, in development any. */
          localFolders?: string[];
          /** Default: every 5 minutes. */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        }
      | {
          /** Pull requests, deployments, incidents and tags of the catalog's components on hosts of `integrations.github`. */
          type: 'github';
          /** Date or instant from which on the first pass collects; default 2020-01-01. */
          since?: string;
          /** Default: every 10 minutes. */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        }
    >;

    github?: {
      /** Labels of issues that are incidents; default `incident`. */
      incidentLabels?: string[];
    };

    alertmanager?: {
      /**
       * What Alertmanager authenticates with, as bearer token or as password of basic authentication. Without it nothing
       * is taken.
       *
       * @visibility secret
       */
      secret?: string;
      /** Labels with the values that make an alert an incident; default `severity: page`. */
      matchers?: { [label: string]: string };
      /** Label that names the service; default `service`. */
      serviceLabel?: string;
      /** Label that names the environment; default `environment`. An alert without it is one of production. */
      environmentLabel?: string;
    };

    pagerduty?: {
      /**
       * Secrets of the webhook subscriptions, several while one is being changed. Without any nothing is taken.
       *
       * @deepVisibility secret
       */
      secrets?: string[];
    };
  };
}
