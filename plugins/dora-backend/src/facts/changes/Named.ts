/** Something of a repository by its name: a SHA or a version. */
export interface Named {
  repository: string;
  name: string;
}

/** Key of a pair in maps. */
export function pairKey(a: string, b: string): string {
  return JSON.stringify([a, b]);
}

/** Each once. */
export function distinctNames(named: Named[]): Named[] {
  return [
    ...new Map(
      named.map(one => [pairKey(one.repository, one.name), one]),
    ).values(),
  ];
}
