import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import type { TemplateCheck } from '@golden-path/backstage-plugin-golden-path-common';
import { goldenPathApiRef } from '../api/goldenPathApiRef';

/** What has become of a check. */
export type CheckState =
  | { phase: 'running' }
  | { phase: 'failed'; error: Error }
  | { phase: 'done'; check: TemplateCheck };

/**
 * Checks a template at once, whenever the digest of the answers is another one, and when asked to. Leaving the page
 * cancels the request.
 */
export function useTemplateCheck(options: {
  /** Nothing is checked while there is none. */
  templateRef: string | undefined;
  values: Record<string, unknown>;
  digest: string;
  /** Told when a check ends, with the digest of the answers that were checked. */
  onDone: (check: TemplateCheck | undefined, digest: string) => void;
}): { state: CheckState; checkAgain: () => void } {
  const { templateRef, digest } = options;
  const api = useApi(goldenPathApiRef);
  const [state, setState] = useState<CheckState>({ phase: 'running' });
  const [attempt, setAttempt] = useState(0);
  // The newest, for an effect that depends on the digest in place of what changes its identity each time.
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    if (!templateRef) {
      return undefined;
    }
    const abort = new AbortController();
    setState({ phase: 'running' });
    api
      .checkTemplate(
        { templateRef, values: latest.current.values },
        { signal: abort.signal },
      )
      .then(
        check => {
          if (!abort.signal.aborted) {
            setState({ phase: 'done', check });
            latest.current.onDone(check, digest);
          }
        },
        error => {
          if (!abort.signal.aborted) {
            setState({ phase: 'failed', error: toError(error) });
            latest.current.onDone(undefined, digest);
          }
        },
      );
    return () => abort.abort();
  }, [api, templateRef, digest, attempt]);
  const checkAgain = useCallback(() => setAttempt(count => count + 1), []);
  return { state, checkAgain };
}
