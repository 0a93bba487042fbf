import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import type { Outbox } from '../outbox/Outbox';
import type { OutboxReceiver } from '../outbox/OutboxReceiver';
import type { RequestStore } from '../requests/RequestStore';
import type { EscapeHatchSettings } from '../settings';
import { FiledIssues } from './FiledIssues';
import { IssueMirror } from './IssueMirror';
import { IssueReceiver } from './IssueReceiver';
import type { IssueStore } from './IssueStore';
import { IssueWebhooks } from './IssueWebhooks';
import { LookForFiledIssues } from './LookForFiledIssues';
import { openIssueTracker } from './openIssueTracker';
import { OwnIssues } from './OwnIssues';

/** All that the portal does in the platform repository. */
export class PlatformIssues {
  readonly #webhooks: IssueWebhooks;
  readonly #look: LookForFiledIssues;
  /** Takes what the outbox has for the repository. */
  readonly receiver: OutboxReceiver;
  /** Issues that the portal makes. */
  readonly own: OwnIssues;

  constructor(options: {
    knex: Knex;
    integrations: ScmIntegrationRegistry;
    requests: Pick<RequestStore, 'get'>;
    issues: IssueStore;
    outbox: Pick<Outbox, 'add' | 'nudge'>;
    clock: { now(): number };
    logger: LoggerService;
    settings: EscapeHatchSettings;
    /** `https://host/owner/name` */
    repositoryUrl: string;
  }) {
    const { issues: store, ...deps } = options;
    const tracker = openIssueTracker(options);
    const own = new OwnIssues({ ...deps, store, tracker });
    const mirror = new IssueMirror({ ...deps, store, tracker, issues: own });
    const filed = new FiledIssues({ ...deps, tracker });
    this.own = own;
    this.receiver = new IssueReceiver({ mirror, filed });
    this.#webhooks = new IssueWebhooks({ ...deps, filed });
    this.#look = new LookForFiledIssues({ ...deps, tracker, filed });
  }

  /** Undefined where no repository is configured. */
  static create(
    options: Omit<
      ConstructorParameters<typeof PlatformIssues>[0],
      'repositoryUrl'
    >,
  ): PlatformIssues | undefined {
    const { issuesRepository } = options.settings;
    return issuesRepository === undefined
      ? undefined
      : new PlatformIssues({ ...options, repositoryUrl: issuesRepository });
  }

  /** Hears of filed issues, and looks for those that it did not hear of. */
  async watch(options: {
    events: EventsService;
    scheduler: SchedulerService;
  }): Promise<void> {
    await this.#webhooks.subscribe(options.events);
    await options.scheduler.scheduleTask({
      id: 'look-for-filed-issues',
      scope: 'global',
      initialDelay: { minutes: 1 },
      frequency: { minutes: 10 },
      timeout: { minutes: 5 },
      fn: signal => this.#look.run(signal),
    });
  }
}
