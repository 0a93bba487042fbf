import { setTimeout as sleep } from 'node:timers/promises';
import { groupCommandLines } from '../process/groupCommandLines.mjs';
import { UserError } from '../UserError.mjs';

const POLL_MS = 1000;

/**
 * Rejects when the backend ends. `backstage-cli` itself lives on then, to try
 * again after the next change of a file.
 */
export async function watchBackend(groupId, { signal }) {
  const running = () =>
    groupCommandLines(groupId).some(line => / src\/index\b/.test(line));
  let seen = false;
  while (!signal.aborted) {
    if (running()) {
      seen = true;
    } else if (seen) {
      throw new UserError(
        'The backend ended while it was starting; its last lines above say why.',
      );
    }
    await sleep(POLL_MS);
  }
}
