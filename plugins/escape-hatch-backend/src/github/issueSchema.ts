import { z } from 'zod';

const label = z.union([
  z.string(),
  z.object({ name: z.string() }).transform(({ name }) => name),
]);

/** An issue as GitHub's API and webhooks tell it, as far as it is read. */
export const issueSchema = z.object({
  number: z.int().positive(),
  html_url: z.string().max(2_000),
  state: z.enum(['open', 'closed']),
  body: z
    .string()
    .nullish()
    .transform(body => body ?? ''),
  labels: z.array(label).default([]),
  created_at: z.iso.datetime({ offset: true }),
  /** There only where the issue is a pull request. */
  pull_request: z.unknown().optional(),
});

export type GithubIssue = z.output<typeof issueSchema>;
