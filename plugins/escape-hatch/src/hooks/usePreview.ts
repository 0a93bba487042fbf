import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EscapeHatchDraft,
  Preview,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from '../api/escapeHatchApiRef';

/** Typing is over. */
const PAUSE_MS = 400;

/** What the submission of a draft would meet, as far as it is known. */
export interface PreviewState {
  /** Of the last draft that was not refused; it may be about an earlier state of the form. */
  value?: Preview;
  /** Why there is none of this draft. */
  error?: Error;
  isLoading: boolean;
  retry: () => void;
}

/** Asks anew when the draft has changed and nothing has been typed for a moment. */
export function usePreview(draft: EscapeHatchDraft | undefined): PreviewState {
  const escapeHatchApi = useApi(escapeHatchApiRef);
  const [state, setState] = useState<Omit<PreviewState, 'retry'>>({
    isLoading: false,
  });
  const [attempt, setAttempt] = useState(0);
  const asked = draft && JSON.stringify(draft);

  useEffect(() => {
    if (asked === undefined) {
      setState({ isLoading: false });
      return undefined;
    }
    let isCurrent = true;
    setState(({ value }) => ({ value, isLoading: true }));
    const ask = async () => {
      try {
        const value = await escapeHatchApi.previewRequest(JSON.parse(asked));
        if (isCurrent) {
          setState({ value, isLoading: false });
        }
      } catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (isCurrent) {
          setState(({ value }) => ({ value, error, isLoading: false }));
        }
      }
    };
    const timer = setTimeout(ask, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [escapeHatchApi, asked, attempt]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  return { ...state, retry };
}
