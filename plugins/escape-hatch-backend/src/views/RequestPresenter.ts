import type {
  EscapeHatchRequest,
  RuleStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { AuditTrail } from '../audit/AuditTrail';
import type { Visit } from '../callers/Visit';
import type { HatchRecord } from '../requests/HatchRecord';
import type { RequestService } from '../requests/RequestService';
import { isDecidable } from '../requests/standing/isDecidable';
import { neededStages } from '../requests/standing/neededStages';
import type { EscapeHatchSettings } from '../settings';
import { permitted } from './permitted';
import { presentStages } from './presentStages';
import type { RequestLinks } from './RequestLinks';
import { toRequest } from './toRequest';

/** Tells of requests what the caller is to know. */
export class RequestPresenter {
  readonly #audit: AuditTrail;
  readonly #links: RequestLinks;
  readonly #service: RequestService;
  readonly #settings: EscapeHatchSettings;

  constructor(options: {
    audit: AuditTrail;
    links: RequestLinks;
    service: RequestService;
    settings: EscapeHatchSettings;
  }) {
    this.#audit = options.audit;
    this.#links = options.links;
    this.#service = options.service;
    this.#settings = options.settings;
  }

  /** One request with all that there is to it. */
  async presentOne(
    record: HatchRecord,
    visit: Visit,
  ): Promise<EscapeHatchRequest> {
    const [[request], timeline] = await Promise.all([
      this.#present([record], visit, { withCandidates: true }),
      this.#audit.timeline(record.id),
    ]);
    return { ...request, timeline };
  }

  /** Requests of a list, without their candidates and timelines, and in its order. */
  async presentMany(
    records: HatchRecord[],
    visit: Visit,
  ): Promise<EscapeHatchRequest[]> {
    return this.#present(records, visit, { withCandidates: false });
  }

  async #present(
    records: HatchRecord[],
    visit: Visit,
    options: { withCandidates: boolean },
  ): Promise<EscapeHatchRequest[]> {
    const [links] = await Promise.all([
      this.#links.of(records),
      this.#prepare(records, visit),
    ]);
    const standings = await this.#standings(records, visit);
    return Promise.all(
      records.map(async (record, index) => {
        const stages = this.#stagesOf(record);
        const owners = await visit.directory.ownersOf(record);
        const resolved = await Promise.all(
          stages.map(stage => visit.directory.resolve(stage, owners)),
        );
        const waiting =
          record.stage === null ? undefined : resolved[record.stage];
        const around = {
          stages: presentStages({ ...options, record, stages, resolved }),
          stalled:
            record.status === 'submitted' &&
            !isDecidable(record, waiting?.users.keys() ?? []),
          may: await permitted({
            record,
            standing: standings?.[index],
            visit,
          }),
          numbers: links.numbers,
          issueUrl: links.issueUrls.get(record.id),
        };
        return toRequest(record, around, {
          settings: this.#settings,
          now: visit.now,
        });
      }),
    );
  }

  /** What people may do; guests and services may do nothing. */
  async #standings(records: HatchRecord[], visit: Visit) {
    const { caller, directory } = visit;
    return caller.type === 'person'
      ? this.#service.mayDoAll({
          records,
          actor: { ref: caller.ref },
          directory,
        })
      : undefined;
  }

  /** Lets the catalog be asked once for the entities, and once for each level of the groups that approve. */
  async #prepare(records: HatchRecord[], visit: Visit): Promise<void> {
    const { directory, approvers } = visit;
    const named = (record: HatchRecord) =>
      this.#stagesOf(record).flatMap(stage => stage.approvers);
    const asked = new Set(records.flatMap(named));
    const asksOwners = asked.delete('owner');
    await Promise.all([
      directory.prepare(records.map(({ entityRef }) => entityRef)),
      approvers.expand([...asked]),
    ]);
    if (asksOwners) {
      const owners = await Promise.all(
        records
          .filter(record => named(record).includes('owner'))
          .map(record => directory.ownersOf(record)),
      );
      await approvers.expand(owners.flat());
    }
  }

  #stagesOf(record: HatchRecord): RuleStage[] {
    return neededStages({ record, settings: this.#settings });
  }
}
