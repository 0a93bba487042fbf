import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { DoraApi } from '@golden-path/backstage-plugin-dora-common';
import { doraApiRef } from '../api/doraApiRef';
import { browserTimeZone } from '../format/browserTimeZone';

/** What backends have said. */
const known = new WeakMap<DoraApi, string>();

/** The zone that the backend counts days in. */
export interface TimeZoneState {
  /** Until the first answer says otherwise, the reader's own. */
  timeZone: string;
  /** An answer has confirmed the zone. */
  isKnown: boolean;
  /** Takes the zone of an answer. */
  learn: (timeZone: string) => void;
}

/** Days are `dora.timeZone`'s, which only the backend knows; it rarely is another one than the reader's. */
export function useTimeZone(): TimeZoneState {
  const doraApi = useApi(doraApiRef);
  const [learned, setLearned] = useState(known.get(doraApi));
  const learn = useCallback(
    (timeZone: string) => {
      known.set(doraApi, timeZone);
      setLearned(timeZone);
    },
    [doraApi],
  );
  return {
    timeZone: learned ?? browserTimeZone(),
    isKnown: learned !== undefined,
    learn,
  };
}
