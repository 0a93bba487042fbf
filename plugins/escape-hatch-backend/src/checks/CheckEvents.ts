import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { entityRefSchema } from '@golden-path/backstage-http-api';
import { z } from 'zod';
import { toMs } from '../database/instants';
import { resolveRule } from '../rules/resolveRule';
import type { EscapeHatchSettings } from '../settings';
import type { CheckStore } from './CheckStore';

const TOPIC = 'golden-path.check';

/** How far a clock may be ahead, ms. What is further ahead would outlast all that comes after it. */
const AHEAD = 300_000;

const payloadSchema = z.object({
  // As the catalog lets refs be, and no control characters.
  entityRef: z
    .string()
    .regex(/^[\w.+-]+:[\w.-]+\/[\w.-]+$/, 'expected a full entity ref')
    .pipe(entityRefSchema),
  rule: z.string().min(1).max(63),
  passes: z.boolean(),
  observedAt: z.iso.datetime({ offset: true }).transform(toMs),
});

/** Hears what checks of the golden path say: whether a rule is kept without an exemption. */
export class CheckEvents {
  readonly #store: CheckStore;
  readonly #clock: { now(): number };
  readonly #settings: Pick<EscapeHatchSettings, 'rules'>;
  readonly #logger: LoggerService;

  constructor(options: {
    store: CheckStore;
    clock: { now(): number };
    settings: Pick<EscapeHatchSettings, 'rules'>;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#settings = options.settings;
    this.#logger = options.logger;
  }

  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'escape-hatch-checks',
      topics: [TOPIC],
      onEvent: ({ eventPayload }) => this.#take(eventPayload),
    });
  }

  async #take(payload: unknown): Promise<void> {
    const result = payloadSchema.safeParse(payload);
    if (!result.success) {
      const [issue] = result.error.issues;
      this.#leaveOut(`${z.core.toDotPath(issue.path)}: ${issue.message}`);
      return;
    }
    const { entityRef, passes, observedAt } = result.data;
    const rule = resolveRule(this.#settings, result.data.rule);
    if (!rule) {
      // Checks may well be about other things.
      return;
    }
    if (observedAt > this.#clock.now() + AHEAD) {
      this.#leaveOut('observedAt: expected an instant that is not to come');
      return;
    }
    await this.#store.note({ entityRef, rule: rule.id, passes, observedAt });
  }

  #leaveOut(reason: string): void {
    this.#logger.warn(`An event '${TOPIC}' was left out: ${reason}`);
  }
}
