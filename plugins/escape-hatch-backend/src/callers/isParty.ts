import type { HatchRecord } from '../requests/HatchRecord';

/** Whether somebody has to do with a request: asked for it, owns it, or is asked to approve it. */
export function isParty(
  record: Pick<HatchRecord, 'requester' | 'owners' | 'stages'>,
  options: {
    /** The user's own ref with all groups above it. */
    groups: string[];
  },
): boolean {
  const { requester, owners, stages } = record;
  const parties = new Set([
    requester,
    ...owners,
    ...stages.flatMap(({ approvers, fallback }) => [...approvers, ...fallback]),
  ]);
  return options.groups.some(ref => parties.has(ref));
}
