import type {
  DoraSink,
  DoraSource,
} from '@golden-path/backstage-plugin-dora-node';
import { createHash } from 'node:crypto';
import type { GitMirror, MirrorState } from '../../git/GitMirror';
import { followMirror } from '../followMirror';
import { MainLine } from '../git/MainLine';
import type { HeldEvents } from '../HeldEvents';
import { HistoryPass } from '../HistoryPass';
import { type GitOpsCursor, parseCursor } from './GitOpsCursor';
import { GitOpsWalk } from './GitOpsWalk';
import type { GitOpsRules } from './judgeCommit';
import type { PathPattern } from './PathPattern';

interface GitOpsSourceOptions {
  id: string;
  mirror: GitMirror;
  held: HeldEvents;
  pattern: PathPattern;
  value: (string | number)[];
  rules: GitOpsRules;
  /** The configuration that events depend on, as text. */
  basis: string;
  /** Address of a commit's page. */
  commitUrl?: (commit: string) => string;
}

/** Deployments as the first-parent history of a GitOps repository tells them. */
export class GitOpsSource implements DoraSource {
  readonly id: string;
  readonly type = 'gitops';
  readonly #options: GitOpsSourceOptions;

  constructor(options: GitOpsSourceOptions) {
    this.id = options.id;
    this.#options = options;
  }

  async collect(options: {
    sink: DoraSink;
    signal: AbortSignal;
  }): Promise<void> {
    const { sink, signal } = options;
    await followMirror({
      ...options,
      mirror: this.#options.mirror,
      unknownBefore: commit => `what happened before ${commit} is unknown`,
      follow: state => this.#follow(state, sink, signal),
    });
  }

  async #follow(
    { tip, shallow }: MirrorState,
    sink: DoraSink,
    signal: AbortSignal,
  ): Promise<void> {
    const { mirror, held, basis } = this.#options;
    const { git } = mirror;
    const pass = new HistoryPass<GitOpsCursor>({
      git,
      main: new MainLine({ git, tip, signal }),
      held,
      type: 'deployment',
      commitOf: ({ id }) => id.slice(0, id.indexOf(':')),
      sink,
      signal,
    });
    const { cursor, history } = await pass.resume({
      stored: parseCursor(await sink.cursor()),
      basis: createHash('sha256')
        .update([basis, ...shallow].join('\0'))
        .digest('hex'),
      begin: ({ position: _, ...beginning }) => ({
        ...beginning,
        lastGood: {},
      }),
    });
    const walk = new GitOpsWalk({
      ...this.#options,
      git,
      tip,
      beginnings: shallow,
      sink,
      signal,
    });
    const walked = await walk.run(cursor, history);
    if (cursor.recount) {
      await pass.sweep(cursor);
      const { recount: _, ...done } = walked;
      await sink.record({ events: [], cursor: done });
    }
  }
}
