import type {
  DeploymentEvent,
  DoraSink,
  DoraSource,
} from '@golden-path/backstage-plugin-dora-node';

/** A rollout as the register tells of it: again, with a higher change number, whenever somebody corrected it. */
interface Rollout {
  change: number;
  id: string;
  service: string;
  environment: string;
  version: string;
  /** Full SHA, where the pipeline passed it on. */
  commit?: string;
  finishedAt: string | null;
  state: 'done' | 'failed' | 'withdrawn';
}

const TIMEOUT_MS = 20_000;

/** Reads rollouts from the register in which operators enter them. */
export class RegisterSource implements DoraSource {
  readonly id = 'release-register';
  readonly type = 'release-register';
  readonly #url: string;

  constructor(options: { url: string }) {
    this.#url = options.url;
  }

  async collect(options: { sink: DoraSink; signal: AbortSignal }) {
    const { sink, signal } = options;
    let last = Number((await sink.cursor()) ?? 0);
    for (;;) {
      const { rollouts, newest } = await this.#read(last, signal);
      if (rollouts.length === 0) {
        return;
      }
      const events: DeploymentEvent[] = [];
      for (const rollout of rollouts) {
        if (rollout.finishedAt === null) {
          await sink.warn(
            `Rollout '${rollout.id}' of the release register has no end and is left out.`,
          );
        } else {
          events.push(toEvent({ ...rollout, finishedAt: rollout.finishedAt }));
        }
      }
      last = rollouts[rollouts.length - 1].change;
      await sink.record({ events, cursor: last });
      await sink.progress({ done: last, total: newest });
    }
  }

  /** Up to 500 changes after the given one, the oldest first, and the number of the newest that there is. */
  async #read(
    after: number,
    signal: AbortSignal,
  ): Promise<{ rollouts: Rollout[]; newest: number }> {
    const response = await fetch(`${this.#url}/rollouts?after=${after}`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (!response.ok) {
      throw new Error(
        `The release register answered ${response.status}, expected 200`,
      );
    }
    return response.json();
  }
}

function toEvent(rollout: Rollout & { finishedAt: string }): DeploymentEvent {
  const { change, id, commit, state } = rollout;
  return {
    type: 'deployment',
    id,
    revision: change,
    service: { by: 'name', value: rollout.service },
    environment: rollout.environment,
    version: rollout.version,
    sha: commit,
    finishedAt: rollout.finishedAt,
    outcome: state === 'failed' ? 'failure' : 'success',
    retracted: state === 'withdrawn',
    evidence: `entry ${id} of the release register`,
  };
}
