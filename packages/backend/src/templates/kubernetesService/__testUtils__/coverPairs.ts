/** What may vary, with its possible values. */
export type Dimensions = Record<string, readonly unknown[]>;

/**
 * Combinations in which each two values of different dimensions meet at least once: most faults take no more than two
 * (Kuhn, Wallace, Gallo 2004). Greedy, so not the fewest possible, and always the same.
 *
 * @param start - combinations that are wanted anyway; what they leave out is chosen
 */
export function coverPairs<T extends Record<string, unknown>>(
  dimensions: Dimensions,
  start: Partial<T>[] = [],
): T[] {
  const names = Object.keys(dimensions);
  const uncovered = new Set<string>();
  names.forEach((a, i) => {
    for (const b of names.slice(i + 1)) {
      dimensions[a].forEach((_, x) =>
        dimensions[b].forEach((__, y) => uncovered.add(pair(a, x, b, y))),
      );
    }
  });

  const rows: T[] = [];
  const wanted = [...start];
  while (wanted.length > 0 || uncovered.size > 0) {
    const row = new Map<string, number>();
    for (const [name, value] of Object.entries(wanted.shift() ?? {})) {
      row.set(name, dimensions[name].indexOf(value));
    }
    if (row.size === 0) {
      const [a, x, b, y] = JSON.parse(uncovered.values().next().value!);
      row.set(a, x).set(b, y);
    }
    for (const name of names.filter(candidate => !row.has(candidate))) {
      const gains = dimensions[name].map(
        (_, x) =>
          pairsOf(names, new Map(row).set(name, x)).filter(p =>
            uncovered.has(p),
          ).length,
      );
      row.set(name, gains.indexOf(Math.max(...gains)));
    }
    pairsOf(names, row).forEach(p => uncovered.delete(p));
    rows.push(
      Object.fromEntries(
        names.map(name => [name, dimensions[name][row.get(name)!]]),
      ) as T,
    );
  }
  return rows;
}

function pairsOf(names: string[], row: Map<string, number>): string[] {
  const set = names.filter(name => row.has(name));
  return set.flatMap((a, i) =>
    set.slice(i + 1).map(b => pair(a, row.get(a)!, b, row.get(b)!)),
  );
}

function pair(a: string, x: number, b: string, y: number): string {
  return JSON.stringify([a, x, b, y]);
}
