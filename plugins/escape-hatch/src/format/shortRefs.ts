/**
 * A sentence of the backend as people say it: entities of the default namespace by their names, `ml-team` for
 * `group:default/ml-team`.
 */
export function shortRefs(sentence: string): string {
  return sentence.replace(
    /\b(?:component|group|user):default\/([a-z0-9_.-]*[a-z0-9])/gi,
    '$1',
  );
}
