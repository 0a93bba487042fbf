import { z } from 'zod';

/*
 * The parts of GitHub's REST answers and webhooks that are used; both have the same shapes. Whatever else they have is
 * left alone.
 */

const instant = z.iso.datetime({ offset: true });
const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);

const userSchema = z.object({
  login: z.string(),
  type: z.string().optional(),
});

const labelSchema = z.object({ name: z.string() });

export const repositorySchema = z.object({
  html_url: z.string(),
  default_branch: z.string(),
  /** Text in answers, seconds since the epoch in the webhook of a push. */
  pushed_at: z.union([z.string(), z.number()]).nullish(),
});

export const pullSchema = z.object({
  number: z.number().int().positive(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  user: userSchema.nullish(),
  labels: z.array(labelSchema).default([]),
  head: z.object({ ref: z.string() }),
  base: z.object({ ref: z.string() }),
  created_at: instant,
  updated_at: instant,
  merged_at: instant.nullish(),
  merge_commit_sha: sha.nullish(),
});

export const reviewSchema = z.object({
  id: z.number(),
  user: userSchema.nullish(),
  state: z.string(),
  submitted_at: instant.nullish(),
});

export const commitSchema = z.object({
  commit: z.object({
    author: z.object({ date: instant }).nullish(),
    committer: z.object({ date: instant }).nullish(),
  }),
  parents: z.array(z.unknown()),
});

export const deploymentSchema = z.object({
  id: z.number(),
  sha,
  ref: z.string(),
  task: z.string().nullish(),
  environment: z.string().min(1),
  payload: z.unknown().optional(),
  created_at: instant,
  transient_environment: z.boolean().nullish(),
});

export const statusSchema = z.object({
  id: z.number(),
  state: z.string(),
  created_at: instant,
  target_url: z.string().nullish(),
  log_url: z.string().nullish(),
});

export const issueSchema = z.object({
  number: z.number().int().positive(),
  html_url: z.string(),
  title: z.string(),
  labels: z
    .array(z.union([labelSchema, z.string().transform(name => ({ name }))]))
    .default([]),
  created_at: instant,
  updated_at: instant,
  closed_at: instant.nullish(),
  pull_request: z.unknown().optional(),
});

export const tagSchema = z.object({
  name: z.string().min(1),
  commit: z.object({ sha }),
});

export type Pull = z.output<typeof pullSchema>;
export type Review = z.output<typeof reviewSchema>;
export type RestCommit = z.output<typeof commitSchema>;
export type GithubDeployment = z.output<typeof deploymentSchema>;
export type DeploymentStatus = z.output<typeof statusSchema>;
export type Issue = z.output<typeof issueSchema>;
