/** A sentence within another one. */
export function lowerFirst(sentence: string): string {
  return `${sentence.charAt(0).toLocaleLowerCase('en-GB')}${sentence.slice(1)}`;
}
