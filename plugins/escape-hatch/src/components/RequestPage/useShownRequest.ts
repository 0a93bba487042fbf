import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { EscapeHatchRequest } from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import { useRefreshed } from '../../hooks/useRefreshed';

/** A request as the reader sees it, and as it is meanwhile. */
export interface ShownRequest {
  /** What the reader sees, and decides on. */
  shown?: EscapeHatchRequest;
  /** A newer version that the reader has not seen yet. */
  newer?: EscapeHatchRequest;
  error?: Error;
  retry: () => void;
  /** Shows what an action has made of it. */
  show: (request: EscapeHatchRequest) => void;
  /** Asks whether there is a newer version. */
  check: () => Promise<boolean>;
}

/**
 * Loads a request again each minute. What does not change its version, such as days left, is shown at once; a newer
 * version waits until the reader wants it: nobody shall decide on what they have not read.
 */
export function useShownRequest(id: string): ShownRequest {
  const escapeHatchApi = useApi(escapeHatchApiRef);
  const load = useCallback(
    () => escapeHatchApi.getRequest(id),
    [escapeHatchApi, id],
  );
  const { value, error, retry } = useRefreshed(load);
  const [shown, setShown] = useState<EscapeHatchRequest>();
  const [newer, setNewer] = useState<EscapeHatchRequest>();

  const take = useCallback(
    (request: EscapeHatchRequest, version: number | undefined) => {
      if (version === undefined || request.version === version) {
        setShown(request);
      } else if (request.version > version) {
        setNewer(request);
      }
    },
    [],
  );

  const version = shown?.version;
  useEffect(() => {
    if (value) {
      take(value, version);
    }
    // An answer is judged when it comes, and not again when the reader has moved on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [value, take]);

  const show = useCallback((request: EscapeHatchRequest) => {
    setShown(request);
    setNewer(undefined);
  }, []);

  const check = useCallback(async () => {
    const request = await load();
    take(request, version);
    return version !== undefined && request.version > version;
  }, [load, take, version]);

  return { shown, newer, error, retry, show, check };
}
