import type { CommitList } from '../../git/CommitList';
import type { Git } from '../../git/Git';
import { splitOutput } from '../../git/splitOutput';

const LINE_BREAK = 0x0a;

/** Where a commit stands beside the first-parent history of the default branch. */
export interface CommitStanding {
  /** Position of the newest commit of the default branch that it contains; -1 for none. */
  contains: number;
  /** Position of the first commit of the default branch that contains it; null while it is unmerged. */
  containedBy: number | null;
}

/** The whole history of a repository, for questions about commits beside the default branch. */
export class CommitGraph {
  readonly #numbers: Map<string, number>;
  /** Numbers of the parents of each commit. */
  readonly #parents: number[][];
  readonly #position: Int32Array;
  readonly #containedBy: Int32Array;
  readonly #contains: Int32Array;

  private constructor(
    numbers: Map<string, number>,
    parents: number[][],
    firstParents: CommitList,
  ) {
    const size = parents.length;
    this.#numbers = numbers;
    this.#parents = parents;
    this.#position = new Int32Array(size).fill(-1);
    this.#containedBy = new Int32Array(size).fill(-1);
    // -2: not asked for yet.
    this.#contains = new Int32Array(size).fill(-2);
    for (let index = 0; index < firstParents.length; index++) {
      const number = numbers.get(firstParents.at(index));
      if (number !== undefined) {
        this.#position[number] = index;
        this.#attribute(number, index);
      }
    }
  }

  /** Reads all that the given commits, of which the last of the default branch is one, contain. */
  static async load(options: {
    git: Git;
    tips: string[];
    /** Of the default branch, from its root. */
    firstParents: CommitList;
    signal: AbortSignal;
  }): Promise<CommitGraph> {
    const { git, tips, firstParents, signal } = options;
    const process = git.start(['rev-list', '--parents', '--stdin'], { signal });
    process.stdin.end(`${tips.join('\n')}\n`);
    const numbers = new Map<string, number>();
    const parents: number[][] = [];
    const numberOf = (sha: string) => {
      const known = numbers.get(sha);
      if (known !== undefined) {
        return known;
      }
      numbers.set(sha, parents.length);
      return parents.push([]) - 1;
    };
    for await (const lines of splitOutput(process, LINE_BREAK)) {
      for (const line of lines) {
        const [commit, ...its] = line.toString('latin1').split(' ');
        parents[numberOf(commit)] = its.map(numberOf);
      }
    }
    return new CommitGraph(numbers, parents, firstParents);
  }

  /** Where a commit stands; undefined for one that is not there or that is on the default branch itself. */
  standing(sha: string): CommitStanding | undefined {
    const number = this.#numbers.get(sha);
    if (number === undefined || this.#position[number] >= 0) {
      return undefined;
    }
    const containedBy = this.#containedBy[number];
    return {
      contains: this.#newestContained(number),
      containedBy: containedBy < 0 ? null : containedBy,
    };
  }

  /** Position of the commit of the default branch that brought a commit; its own where it is one. */
  positionOf(sha: string): number | undefined {
    const number = this.#numbers.get(sha);
    const position = number === undefined ? -1 : this.#containedBy[number];
    return position < 0 ? undefined : position;
  }

  #attribute(start: number, position: number): void {
    const open = [start];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (this.#containedBy[next] === -1) {
        this.#containedBy[next] = position;
        open.push(...this.#parents[next]);
      }
    }
  }

  #newestContained(start: number): number {
    const open = [start];
    while (open.length > 0) {
      const next = open[open.length - 1];
      if (this.#contains[next] !== -2) {
        open.pop();
      } else if (this.#position[next] >= 0) {
        this.#contains[next] = this.#position[next];
        open.pop();
      } else {
        const unknown = this.#parents[next].filter(
          parent => this.#contains[parent] === -2,
        );
        if (unknown.length > 0) {
          open.push(...unknown);
        } else {
          this.#contains[next] = this.#parents[next].reduce(
            (newest, parent) => Math.max(newest, this.#contains[parent]),
            -1,
          );
          open.pop();
        }
      }
    }
    return this.#contains[start];
  }
}
