import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import type { FiledIssues } from './FiledIssues';
import { issueSchema } from './issueSchema';

const payloadSchema = z.object({
  action: z.string(),
  repository: z.object({ html_url: z.string() }),
  issue: issueSchema,
});

/**
 * Hears of issues from the host's events, whose GitHub module has checked the signature. Only new ones of the platform
 * repository count; what happens to an issue later is nothing to the portal.
 */
export class IssueWebhooks {
  readonly #filed: FiledIssues;
  readonly #repositoryUrl: string;
  readonly #logger: LoggerService;

  constructor(options: {
    filed: FiledIssues;
    repositoryUrl: string;
    logger: LoggerService;
  }) {
    this.#filed = options.filed;
    this.#repositoryUrl = options.repositoryUrl;
    this.#logger = options.logger;
  }

  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'escape-hatch-issues',
      topics: ['github.issues'],
      onEvent: ({ eventPayload }) => this.#take(eventPayload),
    });
  }

  async #take(payload: unknown): Promise<void> {
    const result = payloadSchema.safeParse(payload);
    if (!result.success) {
      // Sending it again would not make it better.
      const [issue] = result.error.issues;
      this.#logger.warn(
        `A webhook 'issues' of GitHub was left out: ${z.core.toDotPath(
          issue.path,
        )}: ${issue.message}`,
      );
      return;
    }
    const { action, repository, issue } = result.data;
    const isOurs =
      repository.html_url.toLowerCase() === this.#repositoryUrl.toLowerCase();
    if (isOurs && action === 'opened') {
      await this.#filed.note(issue);
    }
  }
}
