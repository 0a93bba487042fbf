import type { Problem } from '../definition/Problem';
import type { SourceText } from './SourceText';

/** A page of problems is enough to act on; a hostile document could name a hundred thousand. */
const MAX_PROBLEMS = 1000;

/**
 * Where a problem lies.
 */
export interface ProblemPlace {
  source: SourceText;
  offset: number;
  path: string;
}

/**
 * Collects the problems of a request.
 */
export class ProblemList {
  readonly #problems: Problem[] = [];
  #errors = 0;
  #left = 0;

  /** How many errors there are by now. */
  get errors(): number {
    return this.#errors;
  }

  error(place: ProblemPlace, message: string): void {
    this.#errors += 1;
    this.#add('error', place, message);
  }

  warn(place: ProblemPlace, message: string): void {
    this.#add('warning', place, message);
  }

  /** In the order of files as they came, and of lines within a file. */
  toArray(): Problem[] {
    const files = new Map<string, Problem[]>();
    for (const problem of this.#problems) {
      const list = files.get(problem.file) ?? [];
      files.set(problem.file, list);
      list.push(problem);
    }
    const sorted = [...files.values()].flatMap(list =>
      list.sort((a, b) => a.line - b.line || a.column - b.column),
    );
    const last = sorted[sorted.length - 1];
    return this.#left === 0
      ? sorted
      : [
          ...sorted,
          {
            ...last,
            severity: this.#errors > 0 ? 'error' : 'warning',
            path: '',
            message: `${this.#left} further problems are not listed`,
          },
        ];
  }

  #add(
    severity: Problem['severity'],
    { source, offset, path }: ProblemPlace,
    message: string,
  ): void {
    if (this.#problems.length >= MAX_PROBLEMS) {
      this.#left += 1;
      return;
    }
    const { file } = source;
    const position = source.positionOf(offset);
    this.#problems.push({ severity, file, ...position, path, message });
  }
}
