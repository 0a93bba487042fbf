import type {
  EscapeHatchRequest,
  InboxItem,
} from '@golden-path/backstage-plugin-escape-hatch-common';

/** What waits for its own team. */
const OWN = ['confirm', 'changes', 'expiring'];

/** What the reader's teams have: first what waits for them, then the rest in its order. */
export function ownRows(options: {
  inbox: InboxItem[];
  team: EscapeHatchRequest[];
}): EscapeHatchRequest[] {
  const { inbox, team } = options;
  const waiting = inbox.filter(({ why }) => OWN.includes(why));
  const ids = new Set(waiting.map(({ id }) => id));
  return [...waiting, ...team.filter(({ id }) => !ids.has(id))];
}
