import type { Check, Question } from './Question';
import type { Refusal } from './Refusal';

/** The first of the checks that stands against it. */
export async function findRefusal(
  question: Question,
  checks: Check[],
): Promise<Refusal | undefined> {
  for (const check of checks) {
    const refusal = await check(question);
    if (refusal) {
      return refusal;
    }
  }
  return undefined;
}
