/** Rows of one look, at least; a look may cost a question to the catalog. */
const LOOK = 100;

/** Rows of one look, at most. */
const MOST = 1_000;

/** An item and its place in the list. */
export interface Placed<T, P> {
  item: T;
  place: P;
}

/** A list of which callers may read some items. */
export interface ReadableList<T, P> {
  /** Items after a place, in the list's order. */
  list: (after: P | undefined, limit: number) => Promise<Placed<T, P>[]>;
  /** Those of the entities that the caller may read; undefined where all are. */
  readable: ((entityRefs: string[]) => Promise<Set<string>>) | undefined;
  /** Entities that an item is about, of which one is enough; one about none is readable. */
  entityRefs: (item: T) => string[];
}

/**
 * A page of those items that the caller may read, of a list that knows nothing of it: looks further until the page is
 * full or the list ends.
 */
export async function readablePage<T, P>(
  options: ReadableList<T, P> & { limit: number; after: P | undefined },
): Promise<{ items: T[]; last?: P }> {
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

/** All of them from a place on, however many, in pages of which one is held at a time. */
export async function* readablePages<T, P>(
  options: ReadableList<T, P> & { after: P | undefined },
): AsyncGenerator<T[]> {
  let { after } = options;
  do {
    // With the one that tells whether another page follows, as many as one look has.
    const page = await readablePage({ ...options, after, limit: MOST - 1 });
    yield page.items;
    after = page.last;
  } while (after !== undefined);
}

function isReadable(entityRefs: string[], readable: Set<string>): boolean {
  return entityRefs.length === 0 || entityRefs.some(ref => readable.has(ref));
}
