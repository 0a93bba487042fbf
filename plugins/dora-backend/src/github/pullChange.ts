import type { ChangeEvent } from '@golden-path/backstage-plugin-dora-node';
import { toInstant, toMs } from '../database/instants';
import { eventRevision } from '../ingest/eventRevision';
import { shorten } from '../ingest/shorten';
import { webUrl } from '../ingest/webUrl';
import { parseReverts } from '../sources/git/parseMessage';
import type { Pull, RestCommit, Review } from './githubSchemas';

/** As many as the log takes, the earliest. */
const MAX_COMMITS = 250;

/** A pull request by what a webhook says of it. A later state of it has a higher revision. */
export function pullChange(options: {
  pull: Pull;
  repository: string;
  defaultBranch: string;
  /** Reviews that are known; not of bots, nor of the author. */
  reviews?: Review[];
  /** What tells this report from another one of the same instant. */
  report: string;
}): ChangeEvent {
  const { pull, repository, report, reviews = [] } = options;
  const url = webUrl(pull.html_url);
  const reviewed = firstReview(pull, reviews);
  const isMerged =
    pull.merged_at &&
    pull.merge_commit_sha &&
    pull.base.ref === options.defaultBranch;
  const reverted = parseReverts(`${pull.title}\n\n${pull.body ?? ''}`);
  const reverts = reverted.commits.filter(sha => /^.{40}(.{24})?$/.test(sha));
  return {
    type: 'change',
    id: `pull ${pull.number}`,
    revision: eventRevision({
      at: Math.max(toMs(pull.updated_at), reviewed ?? 0),
      order: 0,
      identity: report,
    }),
    repository,
    number: pull.number,
    title: shorten(pull.title),
    ...(url && { url }),
    branch: pull.head.ref.slice(0, 500),
    labels: pull.labels.map(({ name }) => name.slice(0, 200)).slice(0, 100),
    openedAt: toInstant(toMs(pull.created_at)),
    ...(reviewed !== undefined && { firstReviewAt: toInstant(reviewed) }),
    ...(isMerged && {
      sha: pull.merge_commit_sha!,
      mergedAt: toInstant(toMs(pull.merged_at!)),
    }),
    ...(reverts.length > 0 && { reverts: reverts.slice(0, 50) }),
    ...(reverted.numbers.length > 0 && {
      revertsNumbers: reverted.numbers.slice(0, 50),
    }),
  };
}

/** A merged pull request with all that can be asked about it; prevails over what webhooks said of the same state. */
export function collectedChange(options: {
  pull: Pull;
  repository: string;
  defaultBranch: string;
  reviews: Review[];
  commits: RestCommit[];
}): ChangeEvent {
  const commits = options.commits
    .filter(({ parents }) => parents.length < 2)
    .flatMap(({ commit: { author, committer } }) =>
      author && committer
        ? [
            {
              authoredAt: toInstant(toMs(author.date)),
              committedAt: toInstant(toMs(committer.date)),
            },
          ]
        : [],
    )
    .sort((a, b) => toMs(a.authoredAt) - toMs(b.authoredAt))
    .slice(0, MAX_COMMITS);
  return {
    ...pullChange({ ...options, report: 'collected' }),
    revision: collectedRevision(options.pull),
    ...(commits.length > 0 && { commits }),
  };
}

/** Revision of a pull request's state that was asked for. */
export function collectedRevision(pull: Pull): number {
  return eventRevision({
    at: toMs(pull.updated_at),
    order: 2,
    identity: 'collected',
  });
}

function firstReview(pull: Pull, reviews: Review[]): number | undefined {
  const times = reviews
    .filter(
      ({ user, submitted_at: submittedAt, state }) =>
        submittedAt &&
        state.toLocaleLowerCase('en-US') !== 'pending' &&
        user &&
        user.login !== pull.user?.login &&
        user.type !== 'Bot' &&
        !user.login.endsWith('[bot]'),
    )
    .map(review => toMs(review.submitted_at!));
  return times.length > 0 ? Math.min(...times) : undefined;
}
