/** What the message of a commit on the default branch says about the change. */
export interface ChangeMessage {
  title: string;
  /** Of the pull or merge request. */
  number?: number;
  /** That was merged. */
  branch?: string;
}

/** What a message says that it undoes. */
export interface Reverted {
  /** As they are written, 7 hex digits or more. */
  commits: string[];
  numbers: number[];
}

const MAX_TITLE = 1_000;
const MAX_BRANCH = 500;
const MAX_NUMBER = 2_147_483_647;

const GITHUB_MERGE = /^Merge pull request #(\d{1,10}) from [^/\s]+\/(\S+)/;
const BITBUCKET_MERGE = /^Merged in (\S+) \(pull request #(\d{1,10})\)/;
const AZURE_MERGE = /^Merged PR (\d{1,10}): (.+)/;
const BRANCH_MERGE = /^Merge (?:remote-tracking )?branch '([^']+)'/;
const GITLAB_REQUEST = /^See merge request \S*!(\d{1,10})$/m;
const SQUASH = /\(#(\d{1,10})\)\s*$/;

/**
 * Reads the messages that GitHub, GitLab, Bitbucket and Azure write for merges and squash merges. Any other message
 * is its first line.
 */
export function parseMessage(message: string): ChangeMessage {
  const [subject, ...rest] = message.split('\n');
  const body = rest.map(line => line.trim()).filter(line => line !== '');
  const make = (
    title: string | undefined,
    number: string | undefined,
    branch?: string,
  ): ChangeMessage => ({
    title: clean(title ?? subject).slice(0, MAX_TITLE),
    ...(number && Number(number) <= MAX_NUMBER && { number: Number(number) }),
    ...(branch && { branch: clean(branch).slice(0, MAX_BRANCH) }),
  });

  const github = GITHUB_MERGE.exec(subject);
  if (github) {
    return make(body[0], github[1], github[2]);
  }
  const bitbucket = BITBUCKET_MERGE.exec(subject);
  if (bitbucket) {
    return make(body[0], bitbucket[2], bitbucket[1]);
  }
  const azure = AZURE_MERGE.exec(subject);
  if (azure) {
    return make(azure[2], azure[1]);
  }
  const request = GITLAB_REQUEST.exec(message)?.[1];
  const branch = BRANCH_MERGE.exec(subject)?.[1];
  if (branch) {
    return make(request && body[0], request, branch);
  }
  return make(undefined, request ?? SQUASH.exec(subject)?.[1]);
}

/**
 * What a message says that it reverts. A number behind the quoted title may be that of the revert itself, as with a
 * squash merge on GitHub, or that of what is reverted; it is taken for the latter only where nothing else says what is
 * reverted, and a change never reverts itself.
 */
export function parseReverts(message: string): Reverted {
  const commits = [
    ...message.matchAll(/^This reverts commit ([0-9a-f]{7,64})\b/gim),
  ].map(([, sha]) => sha.toLocaleLowerCase('en-US'));
  const [subject] = message.split('\n');
  const quoted =
    /^(?:\w+(?:\([^)]*\))?: )?Revert "(.*)"(?: \(#(\d{1,10})\))?\s*$/i.exec(
      subject,
    );
  const numbers = [
    ...[...message.matchAll(/^Reverts (?:[\w.-]+\/[\w.-]+)?#(\d{1,10})\b/gim)],
    ...[...message.matchAll(/^This reverts merge request \S*!(\d{1,10})\b/gim)],
    ...(quoted ? [SQUASH.exec(quoted[1])] : []),
  ].flatMap(found => (found ? [Number(found[1])] : []));
  if (quoted?.[2] && commits.length === 0 && numbers.length === 0) {
    numbers.push(Number(quoted[2]));
  }
  return {
    commits: [...new Set(commits)],
    numbers: [...new Set(numbers)].filter(number => number <= MAX_NUMBER),
  };
}

function clean(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').trim();
}
