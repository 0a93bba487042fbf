/** What GitHub's answers and webhooks look like, with fields that nobody reads. Times are `DDTHH:MM` of March 2026. */

export const instant = (at: string) => `2026-03-${at}:00Z`;
export const sha = (number: number) => number.toString(16).padStart(40, '0');

const REPOSITORY_URL = 'https://github.com/acme/payments';

export const user = (login: string, type = 'User') => ({
  login,
  id: 1,
  node_id: 'MDQ6VXNlcjE=',
  html_url: `https://github.com/${login}`,
  type,
  site_admin: false,
});

export const repository = (rest: object = {}) => ({
  id: 1296269,
  name: 'payments',
  full_name: 'acme/payments',
  private: true,
  owner: user('acme', 'Organization'),
  html_url: REPOSITORY_URL,
  clone_url: `${REPOSITORY_URL}.git`,
  default_branch: 'main',
  pushed_at: instant('02T14:00'),
  ...rest,
});

export const pull = (
  number: number,
  options: {
    openedAt: string;
    updatedAt: string;
    mergedAt?: string;
    sha?: string;
    [field: string]: unknown;
  },
) => {
  const { openedAt, updatedAt, mergedAt, sha: mergeSha, ...rest } = options;
  return {
    url: `https://api.github.com/repos/acme/payments/pulls/${number}`,
    id: number,
    html_url: `${REPOSITORY_URL}/pull/${number}`,
    number,
    state: mergedAt ? 'closed' : 'open',
    locked: false,
    title: `Change ${number}`,
    user: user('ada'),
    body: null,
    labels: [{ id: 1, name: 'feature', color: 'ffffff', default: false }],
    milestone: null,
    created_at: instant(openedAt),
    updated_at: instant(updatedAt),
    closed_at: mergedAt ? instant(mergedAt) : null,
    merged_at: mergedAt ? instant(mergedAt) : null,
    merge_commit_sha: mergeSha ?? sha(999),
    draft: false,
    head: { label: 'acme:topic', ref: 'topic', sha: sha(500 + number) },
    base: { label: 'acme:main', ref: 'main', sha: sha(400) },
    author_association: 'MEMBER',
    ...rest,
  };
};

export const review = (
  id: number,
  login: string,
  submittedAt: string | null,
  options: { type?: string; state?: string } = {},
) => ({
  id,
  node_id: 'MDE3',
  user: user(login, options.type),
  body: 'Fine',
  state: options.state ?? 'APPROVED',
  html_url: `${REPOSITORY_URL}/pull/1#pullrequestreview-${id}`,
  submitted_at: submittedAt && instant(submittedAt),
  commit_id: sha(501),
});

export const commit = (
  authoredAt: string,
  committedAt: string,
  parents = 1,
) => ({
  sha: sha(600),
  commit: {
    author: {
      name: 'Ada',
      email: 'ada@example.com',
      date: instant(authoredAt),
    },
    committer: {
      name: 'GitHub',
      email: 'noreply@github.com',
      date: instant(committedAt),
    },
    message: 'Work',
  },
  author: user('ada'),
  parents: Array(parents).fill({ sha: sha(400) }),
});

export const deployment = (
  id: number,
  createdAt: string,
  commitSha: string,
  rest: object = {},
) => ({
  url: `https://api.github.com/repos/acme/payments/deployments/${id}`,
  id,
  sha: commitSha,
  ref: 'main',
  task: 'deploy',
  payload: {},
  original_environment: 'production',
  environment: 'production',
  description: null,
  creator: user('github-actions[bot]', 'Bot'),
  created_at: instant(createdAt),
  updated_at: instant(createdAt),
  transient_environment: false,
  production_environment: true,
  ...rest,
});

export const status = (
  id: number,
  state: string,
  createdAt: string,
  rest: object = {},
) => ({
  id,
  state,
  creator: user('github-actions[bot]', 'Bot'),
  description: '',
  environment: 'production',
  target_url: 'https://github.com/acme/payments/actions/runs/1',
  log_url: 'https://github.com/acme/payments/actions/runs/1/job/2',
  created_at: instant(createdAt),
  updated_at: instant(createdAt),
  ...rest,
});

export const issue = (
  number: number,
  options: {
    openedAt: string;
    updatedAt: string;
    closedAt?: string;
    labels?: string[];
    [field: string]: unknown;
  },
) => {
  const { openedAt, updatedAt, closedAt, labels, ...rest } = options;
  return {
    id: number,
    number,
    html_url: `${REPOSITORY_URL}/issues/${number}`,
    title: 'Payments fail',
    user: user('ada'),
    labels: (labels ?? ['incident']).map(name => ({
      id: 2,
      name,
      color: 'ff0000',
      default: false,
    })),
    state: closedAt ? 'closed' : 'open',
    comments: 0,
    created_at: instant(openedAt),
    updated_at: instant(updatedAt),
    closed_at: closedAt ? instant(closedAt) : null,
    body: null,
    ...rest,
  };
};
