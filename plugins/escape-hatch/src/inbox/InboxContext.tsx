import { createContext, type ReactNode, useCallback, useContext } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { EscapeHatchApi } from '@golden-path/backstage-plugin-escape-hatch-common';
import { escapeHatchApiRef } from '../api/escapeHatchApiRef';
import { type Refreshed, useRefreshed } from '../hooks/useRefreshed';

/** As many as anybody decides before the next look. */
const LIMIT = 200;

/** What waits for the reader, and as what they decide. */
export type Inbox = Awaited<ReturnType<EscapeHatchApi['listInbox']>>;

const InboxContext = createContext<Refreshed<Inbox> | undefined>(undefined);

/** Asks once for all tabs: the first shows the inbox, each says how much waits. */
export function InboxProvider({ children }: { children: ReactNode }) {
  const api = useApi(escapeHatchApiRef);
  const load = useCallback(() => api.listInbox({ limit: LIMIT }), [api]);
  const inbox = useRefreshed(load);
  return (
    <InboxContext.Provider value={inbox}>{children}</InboxContext.Provider>
  );
}

/** The inbox of the reader. */
export function useInbox(): Refreshed<Inbox> {
  const inbox = useContext(InboxContext);
  if (!inbox) {
    throw new Error('useInbox is called outside of InboxProvider');
  }
  return inbox;
}
