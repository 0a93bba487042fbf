import type { KeyedQuestion } from './KeyedQuestion';

const MAX_CHARACTERS = 64_000;

/** Groups questions so that each group fits into one query. */
export function batchQuestions(
  questions: KeyedQuestion[],
  maxExpressions: number,
): KeyedQuestion[][] {
  const batches: KeyedQuestion[][] = [];
  let expressions = Infinity;
  let characters = Infinity;
  for (const question of questions) {
    const texts = Object.values(question.expressions);
    const length = texts.join('').length;
    expressions += texts.length;
    characters += length;
    if (expressions > maxExpressions || characters > MAX_CHARACTERS) {
      batches.push([]);
      expressions = texts.length;
      characters = length;
    }
    batches[batches.length - 1].push(question);
  }
  return batches;
}
