import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import { Outbox } from '../../outbox/Outbox';
import { DeliverOutbox } from '../../outbox/DeliverOutbox';
import { OutboxStore } from '../../outbox/OutboxStore';
import { HatchesUnderTest } from '../../requests/__testUtils__/HatchesUnderTest';
import { IssueStore } from '../IssueStore';
import { PlatformIssues } from '../PlatformIssues';
import { StandInGithub } from './StandInGithub';

export const REPOSITORY = 'https://github.com/acme/platform';

/** Requests and a platform repository, on a database; time is the test's. */
export class IssuesUnderTest {
  readonly #look: (signal: AbortSignal) => Promise<void>;
  readonly #take: (payload: unknown) => Promise<void>;

  private constructor(
    readonly hatches: HatchesUnderTest,
    readonly github: StandInGithub,
    readonly platform: PlatformIssues,
    readonly logger: ReturnType<typeof mockServices.logger.mock>,
    watched: {
      look: (signal: AbortSignal) => Promise<void>;
      take: (payload: unknown) => Promise<void>;
    },
  ) {
    this.#look = watched.look;
    this.#take = watched.take;
  }

  static async create(knex: Knex): Promise<IssuesUnderTest> {
    const github = await StandInGithub.start(REPOSITORY);
    const hatches = await HatchesUnderTest.create(knex, {
      escapeHatch: { issues: { repository: REPOSITORY } },
    });
    github.now = () => hatches.time;
    return IssuesUnderTest.over(hatches, github);
  }

  /** As another backend, or one that was started again, over the same database and repository. */
  another(): Promise<IssuesUnderTest> {
    return IssuesUnderTest.over(this.hatches, this.github);
  }

  private static async over(
    hatches: HatchesUnderTest,
    github: StandInGithub,
  ): Promise<IssuesUnderTest> {
    const { knex, clock, store } = hatches;
    const logger = mockServices.logger.mock();
    const settings = {
      ...hatches.settings,
      appUrl: 'https://portal.example.com',
    };
    const platform = new PlatformIssues({
      knex,
      clock,
      logger,
      settings,
      requests: store,
      issues: new IssueStore({ knex }),
      outbox: new Outbox({ clock }),
      repositoryUrl: REPOSITORY,
      integrations: ScmIntegrations.fromConfig(
        mockServices.rootConfig({
          data: {
            integrations: {
              github: [
                {
                  host: 'github.com',
                  token: 'the-token',
                  apiBaseUrl: github.apiBaseUrl,
                },
              ],
            },
          },
        }),
      ),
    });
    let look!: (signal: AbortSignal) => Promise<void>;
    let take!: (payload: unknown) => Promise<void>;
    const events: EventsService = {
      publish: async () => {},
      subscribe: async ({ onEvent }) => {
        take = eventPayload =>
          onEvent({ topic: 'github.issues', eventPayload });
      },
    };
    const scheduler = mockServices.scheduler.mock({
      scheduleTask: async task => {
        look = async signal => task.fn(signal);
      },
    });
    await platform.watch({ events, scheduler });
    return new IssuesUnderTest(hatches, github, platform, logger, {
      look,
      take,
    });
  }

  mirror(requestId: string): Promise<void> {
    return this.platform.receiver.receive({
      key: 'any',
      requestId,
      payload: {},
    });
  }

  /** What the outbox has for issues, as its task does. */
  async deliver(): Promise<void> {
    const { knex, clock } = this.hatches;
    await new DeliverOutbox({
      store: new OutboxStore({ knex }),
      clock,
      receivers: { issue: this.platform.receiver },
      logger: this.logger,
    }).run();
  }

  look(): Promise<void> {
    return this.#look(new AbortController().signal);
  }

  /** A webhook as the host's events give it. */
  webhook(payload: unknown): Promise<void> {
    return this.#take(payload);
  }
}
