import { NotFoundError } from '@backstage/errors';
import {
  type TransitionAction,
  transitions,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { HatchRecord } from '../HatchRecord';
import { checkStatus } from '../standing/checkStatus';
import { checkVersion } from '../standing/checkVersion';
import { findRefusal } from '../standing/findRefusal';
import { toError } from '../standing/Refusal';
import { commit } from './commit';
import { askAbout } from './open';
import { nextOf, PORTAL } from './Transition';
import type { TransitionContext } from './TransitionContext';

/** What the plugin does by itself. */
export type PortalAction = Extract<
  TransitionAction,
  'lapse' | 'entity-removed' | 'owner-changed'
>;

/**
 * Does what no person decides.
 *
 * @param options.owners - whom a change of owners leads to
 * @throws NotFoundError, or ConflictError where the request is not as the task read it
 */
export async function byPortal(
  context: TransitionContext,
  options: {
    id: string;
    expectedVersion: number;
    action: PortalAction;
    owners?: string[];
  },
): Promise<void> {
  const { id, expectedVersion, action, owners } = options;
  const record = await context.store.get(id);
  if (!record) {
    throw new NotFoundError(`No request found with id '${id}'`);
  }
  const question = askAbout(context, record, { ref: PORTAL });
  const refusal = await findRefusal(question, [
    checkStatus(transitions[action].from),
    checkVersion(expectedVersion),
  ]);
  if (refusal) {
    throw toError(refusal, { action, number: record.number });
  }
  const { now } = question;
  const after = nextOf(record, now, changesOf(record, { action, owners, now }));
  await commit(context, () => [
    {
      before: record,
      after,
      action,
      actor: PORTAL,
      waiting: [],
      details: { owners },
    },
  ]);
}

function changesOf(
  record: HatchRecord,
  options: { action: PortalAction; owners?: string[]; now: number },
): Partial<HatchRecord> {
  const { action, owners = record.owners, now } = options;
  const ended = { stage: null, waitingSince: null, endedAt: now };
  switch (action) {
    case 'lapse':
      return { ...ended, status: 'lapsed' };
    case 'entity-removed':
      return { ...ended, status: 'revoked' };
    default:
      // Of several changes that nobody confirmed the first one counts, or an owner to and fro would suspend nothing.
      return { owners, ownerChangedAt: record.ownerChangedAt ?? now };
  }
}
