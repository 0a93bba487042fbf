import { useEffect } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { doraApiRef } from '../api/doraApiRef';
import { type TimeZoneState, useTimeZone } from './useTimeZone';

/** A window that costs next to nothing to answer for. */
const INSTANT = {
  from: '2000-01-01T00:00:00Z',
  to: '2000-01-02T00:00:00Z',
};

/** The zone for pages that show no metrics: asks for it where no page before has learnt it. */
export function useBackendTimeZone(): TimeZoneState {
  const doraApi = useApi(doraApiRef);
  const state = useTimeZone();
  const { isKnown, learn } = state;
  useEffect(() => {
    let isCurrent = true;
    if (!isKnown) {
      doraApi.getMetrics({ scope: 'all', ...INSTANT }).then(
        ({ timeZone }) => isCurrent && learn(timeZone),
        // The page's own request fails for the same reason and says so; times stay in the reader's zone.
        () => {},
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [doraApi, isKnown, learn]);
  return state;
}
