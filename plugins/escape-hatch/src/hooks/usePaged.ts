import { useCallback, useEffect, useRef, useState } from 'react';
import type { Page } from '@golden-path/backstage-plugin-escape-hatch-common';

/** A list that grows by a page at a time. */
export interface Paged<T> {
  /** Undefined until the first page is there. */
  items?: T[];
  hasMore: boolean;
  isLoading: boolean;
  /** Why the last page did not come; what was there before stays. */
  error?: Error;
  loadMore: () => void;
  /** Asks for the page that did not come once more. */
  retry: () => void;
}

interface State<T> {
  items?: T[];
  cursor?: string;
  isLoading: boolean;
  error?: Error;
}

/** Loads the first page at once, and anew whenever `load` changes, which must be memoized. */
export function usePaged<T>(
  load: (cursor?: string) => Promise<Page<T>>,
): Paged<T> {
  const [state, setState] = useState<State<T>>({ isLoading: true });
  const generation = useRef(0);

  const fetchPage = useCallback(
    async (cursor?: string) => {
      const mine = generation.current;
      setState(({ error: _, ...before }) => ({ ...before, isLoading: true }));
      try {
        const page = await load(cursor);
        if (mine === generation.current) {
          setState(before => ({
            items: [...(cursor ? before.items ?? [] : []), ...page.items],
            cursor: page.nextCursor,
            isLoading: false,
          }));
        }
      } catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (mine === generation.current) {
          setState(before => ({ ...before, isLoading: false, error }));
        }
      }
    },
    [load],
  );

  useEffect(() => {
    // What the load before has brought stays until the new first page comes, so that nothing flickers.
    generation.current += 1;
    fetchPage();
    return () => {
      generation.current += 1;
    };
  }, [fetchPage]);

  const { items, cursor, isLoading, error } = state;
  const next = useCallback(() => fetchPage(cursor), [fetchPage, cursor]);
  return {
    items,
    hasMore: cursor !== undefined,
    isLoading,
    error,
    loadMore: next,
    retry: next,
  };
}
