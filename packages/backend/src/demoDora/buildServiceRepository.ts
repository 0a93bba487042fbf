import { RecordedChange } from './DeliveryHistory';
import { FastImport } from './FastImport';

const DAY = 86_400;

/**
 * Makes the repository of a service from its changes: each is a merge that brings as many commits as it did, and a tag
 * is at its last change.
 *
 * @returns the SHAs of the merges by the SHAs that they replay
 */
export async function buildServiceRepository(options: {
  repository: string;
  changes: RecordedChange[];
}): Promise<Map<string, string>> {
  const changes = inOrderOfTags(options.changes);
  const fastImport = new FastImport();
  const tags = new Map<string, number>();
  const merges = new Map<string, number>();
  let main = fastImport.commit({
    at: Math.min(...changes.map(change => change.firstCommitAt)) - DAY,
    message: 'What was there before',
    files: {
      'README.md': 'Rebuilt for the demo: times are real, content is not.\n',
    },
    parents: [],
  });
  for (const change of changes) {
    const name = change.pullRequest || change.sha.slice(0, 12);
    let branch = main;
    for (let index = 0; index < change.commits; index++) {
      branch = fastImport.commit({
        at: commitTime(change, index),
        message: `${titleOf(change, name)}, part ${index + 1}\n`,
        files: { 'change.txt': `${name} ${index + 1}\n` },
        parents: [branch],
      });
    }
    main = fastImport.commit({
      at: change.mergedAt,
      message: mergeMessage(change, name),
      files: { 'change.txt': `${name} ${change.commits}\n` },
      parents: [main, branch],
    });
    merges.set(change.sha, main);
    if (change.firstTag) {
      tags.set(change.firstTag, main);
    }
  }
  tags.forEach((commit, tag) => fastImport.tag(tag, commit));
  const shas = await fastImport.run(options.repository);
  return new Map(
    Array.from(merges, ([sha, commit]) => [sha, shas.get(commit)!]),
  );
}

/** Tags are made along the main branch; merges reach it in the order of tags, though not always in that of time. */
function inOrderOfTags(changes: RecordedChange[]): RecordedChange[] {
  const numberOf = (change: RecordedChange) => Number(change.firstTag.slice(1));
  return [...changes].sort((a, b) => numberOf(a) - numberOf(b));
}

/** The first commit when it was, the others evenly between it and the merge. */
function commitTime(change: RecordedChange, index: number): number {
  const { firstCommitAt, mergedAt, commits } = change;
  return (
    firstCommitAt + Math.floor((index * (mergedAt - firstCommitAt)) / commits)
  );
}

function mergeMessage(change: RecordedChange, name: string): string {
  const subject = change.pullRequest
    ? `Merge pull request #${change.pullRequest} from demo/change-${name}`
    : `Merge branch 'change-${name}'`;
  return `${subject}\n\n${titleOf(change, name)}\n`;
}

/** Of what is recorded, titles are unknown. */
function titleOf(change: RecordedChange, name: string): string {
  return change.title ?? `Change ${name}`;
}
