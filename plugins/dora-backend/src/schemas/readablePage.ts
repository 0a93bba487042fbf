/** Rows of one look, at least; a look may cost a question to the catalog. */
const LOOK = 100;

/** Rows of one look, at most. */
const MOST = 1_000;

/** An item and its place in the list. */
export interface Placed<T, P> {
  item: T;
  place: P;
}

/**
 * A page of those items that the caller may read, of a list that knows nothing of it: looks further until the page is
 * full or the list ends.
 *
 * @param list - items after a place, in the list's order
 * @param readable - those of the entities that the caller may read; undefined where all are
 * @param entityRefs - entities that an item is about, of which one is enough; one about none is readable
 */
export async function readablePage<T, P>(options: {
  limit: number;
  after: P | undefined;
  list: (after: P | undefined, limit: number) => Promise<Placed<T, P>[]>;
  readable: ((entityRefs: string[]) => Promise<Set<string>>) | undefined;
  entityRefs: (item: T) => string[];
}): Promise<{ items: T[]; last?: P }> {
  const { limit, list, readable, entityRefs } = options;
  const found: Placed<T, P>[] = [];
  let { after } = options;
  for (;;) {
    // One more than is missing tells whether another page follows.
    const wanted = Math.min(Math.max(limit - found.length + 1, LOOK), MOST);
    const placed = await list(after, wanted);
    const refs = await readable?.(
      placed.flatMap(({ item }) => entityRefs(item)),
    );
    found.push(
      ...placed.filter(
        ({ item }) => !refs || isReadable(entityRefs(item), refs),
      ),
    );
    if (found.length > limit) {
      const page = found.slice(0, limit);
      return {
        items: page.map(({ item }) => item),
        last: page[limit - 1].place,
      };
    }
    if (placed.length < wanted) {
      return { items: found.map(({ item }) => item) };
    }
    after = placed[placed.length - 1].place;
  }
}

function isReadable(entityRefs: string[], readable: Set<string>): boolean {
  return entityRefs.length === 0 || entityRefs.some(ref => readable.has(ref));
}
