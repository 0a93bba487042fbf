import { useCallback, useEffect, useState } from 'react';

/** No view asks the backend more often. */
const REFRESH_MS = 60_000;

/** What a repeated request has brought so far. */
export interface Refreshed<T> {
  /** The newest answer; a later failure leaves it. */
  value?: T;
  /** When that answer came. */
  asOf?: Date;
  /** Why the last request failed; undefined once one succeeds. */
  error?: Error;
  retry: () => void;
}

/**
 * Loads at once, again whenever `load` changes and each minute while the page is in view. `load` must be
 * memoized. The answer of the `load` before stays until the new one comes, so that nothing flickers:
 * where it may not, give the component a key.
 */
export function useRefreshed<T>(load: () => Promise<T>): Refreshed<T> {
  const [state, setState] = useState<Omit<Refreshed<T>, 'retry'>>({});
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    const refresh = async () => {
      try {
        const value = await load();
        if (isCurrent) {
          setState({ value, asOf: new Date() });
        }
      } catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (isCurrent) {
          setState(previous => ({ ...previous, error }));
        }
      }
    };
    refresh();
    const timer = setInterval(() => {
      if (!document.hidden) {
        refresh();
      }
    }, REFRESH_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [load, attempt]);

  const retry = useCallback(() => {
    setState(({ error: _, ...rest }) => rest);
    setAttempt(count => count + 1);
  }, []);

  return { ...state, retry };
}
