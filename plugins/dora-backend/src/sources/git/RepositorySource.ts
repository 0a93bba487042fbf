import type {
  DoraSink,
  DoraSource,
} from '@golden-path/backstage-plugin-dora-node';
import type { GitMirror, MirrorState } from '../../git/GitMirror';
import { followMirror } from '../followMirror';
import type { HeldEvents } from '../HeldEvents';
import { HistoryPass } from '../HistoryPass';
import { ChangeTeller } from './ChangeTeller';
import { MainLine } from './MainLine';
import { NameTeller } from './NameTeller';
import { parseCursor, type RepositoryCursor } from './RepositoryCursor';
import type { RepositoryStore } from './RepositoryStore';
import { tellShortShas } from './tellShortShas';

const PREFIX = 'change:';

interface RepositorySourceOptions {
  id: string;
  /** Host and path of the repository, and its URL. */
  key: string;
  url: string;
  mirror: GitMirror;
  held: HeldEvents;
  store: RepositoryStore;
  /** Address of a commit's page. */
  commitUrl?: (commit: string) => string;
}

/** Changes and versions of one service repository, as its default branch and its tags tell them. */
export class RepositorySource implements DoraSource {
  readonly id: string;
  readonly type = 'git';
  readonly #options: RepositorySourceOptions;

  constructor(options: RepositorySourceOptions) {
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
      unknownBefore: commit => `changes before ${commit} are unknown`,
      follow: state => this.#follow(state, sink, signal),
    });
  }

  async #follow(
    { tip, shallow }: MirrorState,
    sink: DoraSink,
    signal: AbortSignal,
  ): Promise<void> {
    const { mirror, url, key, held } = this.#options;
    const { git } = mirror;
    const main = new MainLine({ git, tip, signal });
    const parts = { git, main, held, sink, signal };
    const pass = new HistoryPass<RepositoryCursor>({
      ...parts,
      type: 'change',
      commitOf: ({ id }) => id.slice(PREFIX.length),
    });
    const { cursor: start, history } = await pass.resume({
      stored: parseCursor(await sink.cursor()),
      basis: shallow.join(),
      begin: beginning => beginning,
    });
    const telling = { ...this.#options, ...parts, repository: url };
    let cursor = await new ChangeTeller(telling).tell(start, history);
    await pass.sweep(cursor);
    const { recount } = cursor;
    const names = new NameTeller({ ...telling, key });
    cursor = await names.tellTags(cursor);
    await tellShortShas({ ...telling, key });
    cursor = await names.placeCommits(cursor, { all: recount !== undefined });
    if (recount) {
      const { recount: _, ...done } = cursor;
      await sink.record({ events: [], cursor: done });
    }
  }
}
