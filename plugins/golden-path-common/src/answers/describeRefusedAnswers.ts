import type { RefusedAnswer } from './RefusedAnswer';

/**
 * Says for each answer that a template refuses what is wrong, in the words of the template's `errorMessage` where it
 * has them (a sentence for all keywords or one for each), and else in those of JSON Schema.
 *
 * @public
 */
export function describeRefusedAnswers(refused: RefusedAnswer[]): string[] {
  return [...new Set(refused.map(describe))];
}

function describe(refused: RefusedAnswer): string {
  const { property, message } = refused;
  const parameter = property.replace(/^instance\.?/, '');
  const sentence = sentenceOf(refused);
  if (!parameter) {
    return sentence ?? message;
  }
  return sentence ? `${parameter}: ${sentence}` : `${parameter} ${message}`;
}

function sentenceOf({ name, schema }: RefusedAnswer): string | undefined {
  const said = field(schema, 'errorMessage');
  const sentence = name && typeof said === 'object' ? field(said, name) : said;
  return typeof sentence === 'string' && sentence ? sentence : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
