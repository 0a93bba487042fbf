import { CommitList } from '../../git/CommitList';
import type { Git } from '../../git/Git';
import { readFirstParents } from '../../git/readFirstParents';
import { CommitGraph } from './CommitGraph';

/** The default branch of a repository, read as far as anybody asks. */
export class MainLine {
  readonly #git: Git;
  readonly #signal: AbortSignal;
  readonly tip: string;
  #commits?: Promise<CommitList>;
  #graph?: Promise<CommitGraph>;

  constructor(options: { git: Git; tip: string; signal: AbortSignal }) {
    this.#git = options.git;
    this.#signal = options.signal;
    this.tip = options.tip;
  }

  /** The first-parent history from its root. */
  commits(): Promise<CommitList> {
    this.#commits ??= readFirstParents({
      git: this.#git,
      tip: this.tip,
      after: undefined,
      signal: this.#signal,
    }).then(history => history?.commits ?? new CommitList());
    return this.#commits;
  }

  /** Numbers of the commits, from the root. */
  async positions(): Promise<Map<string, number>> {
    const commits = await this.commits();
    const positions = new Map<string, number>();
    for (let index = 0; index < commits.length; index++) {
      positions.set(commits.at(index), index);
    }
    return positions;
  }

  /** The graph of the branch and of what further commits contain. */
  async graphWith(tips: string[]): Promise<CommitGraph> {
    return CommitGraph.load({
      git: this.#git,
      tips: [this.tip, ...tips],
      firstParents: await this.commits(),
      signal: this.#signal,
    });
  }

  /** The commit of the branch that brought a commit, itself where it is one; undefined for one that is not there. */
  async bringerOf(named: string): Promise<string | undefined> {
    const sha = await this.#git.ask(
      ['rev-parse', '--verify', '--quiet', `${named}^{commit}`],
      { signal: this.#signal },
    );
    if (!sha) {
      return undefined;
    }
    this.#graph ??= this.graphWith([]);
    const position = (await this.#graph).positionOf(sha);
    return position === undefined
      ? undefined
      : (await this.commits()).at(position);
  }
}
