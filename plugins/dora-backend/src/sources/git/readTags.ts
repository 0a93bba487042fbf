import type { Git } from '../../git/Git';

/** Names of commits, by the tag's name; annotated tags are peeled, tags of anything but a commit left out. */
export async function readTags(options: {
  git: Git;
  signal: AbortSignal;
}): Promise<Map<string, string>> {
  const { git, signal } = options;
  const answer = await git.run(
    [
      'for-each-ref',
      '--format=%(objecttype) %(objectname) %(*objecttype) %(*objectname) %(refname)',
      'refs/tags/',
    ],
    { signal },
  );
  const tags = new Map<string, string>();
  const nested: [name: string, sha: string][] = [];
  for (const line of answer.split('\n')) {
    const [type, sha, peeledType, peeled, ref] = line.split(' ');
    const name = ref?.slice('refs/tags/'.length);
    if (type === 'commit') {
      tags.set(name, sha);
    } else if (type === 'tag' && peeledType === 'commit') {
      tags.set(name, peeled);
    } else if (type === 'tag' && peeledType === 'tag') {
      nested.push([name, sha]);
    }
  }
  for (const [name, sha] of nested) {
    const commit = await git.ask(
      ['rev-parse', '--verify', '--quiet', `${sha}^{commit}`],
      { signal },
    );
    if (commit) {
      tags.set(name, commit);
    }
  }
  return tags;
}
