import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import { z } from 'zod';
import {
  deploymentSchema,
  issueSchema,
  pullSchema,
  repositorySchema,
  reviewSchema,
  statusSchema,
} from './githubSchemas';
import { issueIncident } from './issueIncident';
import { pullChange } from './pullChange';
import { pushEvents, pushSchema } from './pushEvents';
import { statusDeployment } from './statusDeployment';

/** Webhooks that say something about delivery, by GitHub's name. */
export const WEBHOOKS = [
  'deployment_status',
  'pull_request',
  'pull_request_review',
  'push',
  'issues',
] as const;

/** A webhook of one repository, as events. */
export interface WebhookEvents {
  /** URL of its page. */
  repository: string;
  events: DoraEvent[];
}

const repository = repositorySchema;
const deploymentStatusSchema = z.object({
  repository,
  deployment: deploymentSchema,
  deployment_status: statusSchema,
});
const pullRequestSchema = z.object({
  repository,
  action: z.string(),
  pull_request: pullSchema,
});
const pullRequestReviewSchema = z.object({
  repository,
  action: z.string(),
  review: reviewSchema,
  pull_request: pullSchema,
});
const issuesSchema = z.object({
  repository,
  action: z.string(),
  issue: issueSchema,
  label: z.object({ name: z.string() }).nullish(),
});

/**
 * What a webhook says about delivery.
 *
 * @throws ZodError for a payload that is none of that webhook
 */
export function webhookEvents(options: {
  name: (typeof WEBHOOKS)[number];
  payload: unknown;
  incidentLabels: string[];
}): WebhookEvents {
  const { name, payload, incidentLabels } = options;
  switch (name) {
    case 'deployment_status': {
      const hook = deploymentStatusSchema.parse(payload);
      const event = statusDeployment({
        deployment: hook.deployment,
        status: hook.deployment_status,
        repository: hook.repository.html_url,
      });
      return {
        repository: hook.repository.html_url,
        events: event ? [event] : [],
      };
    }
    case 'pull_request': {
      const hook = pullRequestSchema.parse(payload);
      return ofPull(hook, { report: hook.action });
    }
    case 'pull_request_review': {
      const hook = pullRequestReviewSchema.parse(payload);
      return hook.action === 'submitted'
        ? ofPull(hook, {
            report: `review ${hook.review.id}`,
            reviews: [hook.review],
          })
        : { repository: hook.repository.html_url, events: [] };
    }
    case 'issues': {
      const hook = issuesSchema.parse(payload);
      const isConcerned = [...hook.issue.labels, hook.label].some(
        label => label && incidentLabels.includes(label.name),
      );
      return {
        repository: hook.repository.html_url,
        events: isConcerned
          ? [
              issueIncident({
                issue: hook.issue,
                repository: hook.repository.html_url,
                incidentLabels,
                isGone: ['deleted', 'transferred'].includes(hook.action),
              }),
            ]
          : [],
      };
    }
    case 'push': {
      const hook = pushSchema.parse(payload);
      return {
        repository: hook.repository.html_url,
        events: pushEvents(hook),
      };
    }
    default:
      throw new Error(`Unknown webhook '${name}'`);
  }
}

function ofPull(
  hook: {
    repository: z.output<typeof repositorySchema>;
    pull_request: z.output<typeof pullSchema>;
  },
  rest: { report: string; reviews?: z.output<typeof reviewSchema>[] },
): WebhookEvents {
  return {
    repository: hook.repository.html_url,
    events: [
      pullChange({
        pull: hook.pull_request,
        repository: hook.repository.html_url,
        defaultBranch: hook.repository.default_branch,
        ...rest,
      }),
    ],
  };
}
