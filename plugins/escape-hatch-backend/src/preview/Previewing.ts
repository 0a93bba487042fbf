import { InputError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Caller } from '@golden-path/backstage-http-api';
import type {
  EscapeHatchDraft,
  Preview,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { assertMayCreate } from '../acting/assertMayCreate';
import type { RequestAccess } from '../callers/RequestAccess';
import { toInstant } from '../database/instants';
import type { RequestService } from '../requests/RequestService';
import type { EscapeHatchSettings } from '../settings';
import { presentStages } from '../views/presentStages';

/** Tells what the submission of a draft would meet. */
export class Previewing {
  readonly #access: RequestAccess;
  readonly #service: RequestService;
  readonly #settings: EscapeHatchSettings;

  constructor(options: {
    access: RequestAccess;
    service: RequestService;
    settings: EscapeHatchSettings;
  }) {
    this.#access = options.access;
    this.#service = options.service;
    this.#settings = options.settings;
  }

  /** @throws InputError where none of the rules exists, for nothing can be said then */
  async preview(
    draft: EscapeHatchDraft,
    credentials: BackstageCredentials<Caller>,
  ): Promise<Preview> {
    const visit = await this.#access.visit(credentials);
    await this.#access.assertEntity(draft.entityRef, visit);
    const actor = await assertMayCreate(visit);
    const { stages, owners, cap, overlaps, problems } =
      await this.#service.preview({ draft, actor });
    if (!cap) {
      const [{ guard, field, message }] = problems;
      throw new InputError(`${guard}: ${field}: ${message}`);
    }
    const { timeZone, lapseWorkingDays } = this.#settings;
    return {
      stages: presentStages({
        record: { requester: actor.ref, editors: [actor.ref], approvals: [] },
        stages,
        resolved: await Promise.all(
          stages.map(stage => visit.directory.resolve(stage, owners)),
        ),
        withCandidates: true,
      }),
      cap: {
        days: cap.days,
        lastDay: cap.lastDay,
        latestExpiry: toInstant(cap.end),
        timeZone,
      },
      overlaps,
      problems,
      lapseWorkingDays,
    };
  }
}
