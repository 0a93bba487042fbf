import type { DoraSink } from '@golden-path/backstage-plugin-dora-node';
import { GitError } from '../git/GitError';
import type { GitMirror, MirrorState } from '../git/GitMirror';

/** Brings a mirror up to date and has it read. One that turns out to be damaged is made anew by the next pass. */
export async function followMirror(options: {
  mirror: GitMirror;
  sink: DoraSink;
  signal: AbortSignal;
  /** What nobody knows where history begins with a commit, as a clause. */
  unknownBefore: (commit: string) => string;
  follow: (state: MirrorState) => Promise<void>;
}): Promise<void> {
  const { mirror, sink, signal, unknownBefore, follow } = options;
  const state = await mirror.update({ signal });
  if (!state) {
    await sink.warn('The repository has no commits yet.');
    return;
  }
  if (state.shallow.length > 0) {
    const first = state.shallow[0].slice(0, 7);
    await sink.warn(`The repository is shallow: ${unknownBefore(first)}.`);
  }
  try {
    await follow(state);
  } catch (error) {
    if (error instanceof GitError && !signal.aborted) {
      await mirror.removeIfDamaged({ signal });
    }
    throw error;
  }
}
