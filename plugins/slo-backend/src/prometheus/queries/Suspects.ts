import { batchQuestions } from './batchQuestions';
import { isCompletePromql } from './isCompletePromql';
import type { KeyedAnswer, KeyedQuestion } from './KeyedQuestion';

/**
 * Questions that failed last time. They are kept away from the others, or each pass would have to find them
 * again. Lost at a restart, which costs one such search.
 */
export class Suspects {
  readonly #identities = new Set<string>();

  /** Batches that hold only trusted questions, only suspects, or one that is no PromQL on its own. */
  separate(
    questions: KeyedQuestion[],
    maxExpressions: number,
  ): KeyedQuestion[][] {
    const alone: KeyedQuestion[][] = [];
    const suspects: KeyedQuestion[] = [];
    const trusted: KeyedQuestion[] = [];
    for (const question of questions) {
      if (!Object.values(question.expressions).every(isCompletePromql)) {
        alone.push([question]);
      } else if (this.#has(question)) {
        suspects.push(question);
      } else {
        trusted.push(question);
      }
    }
    return [
      ...batchQuestions(trusted, maxExpressions),
      ...batchQuestions(suspects, maxExpressions),
      ...alone,
    ];
  }

  /** What to ask next when a batch has failed: halves, or each suspect by itself. */
  split(batch: KeyedQuestion[]): KeyedQuestion[][] {
    if (batch.length === 1) {
      return [];
    }
    if (this.#has(batch[0])) {
      return batch.map(question => [question]);
    }
    const middle = Math.ceil(batch.length / 2);
    return [batch.slice(0, middle), batch.slice(middle)];
  }

  remember(questions: KeyedQuestion[], answers: Map<string, KeyedAnswer>) {
    for (const question of questions) {
      if (answers.get(question.key)?.error) {
        this.#identities.add(identityOf(question));
      } else {
        this.#identities.delete(identityOf(question));
      }
    }
  }

  #has(question: KeyedQuestion): boolean {
    return this.#identities.has(identityOf(question));
  }
}

function identityOf(question: KeyedQuestion): string {
  return JSON.stringify(question.expressions);
}
