import { mockServices } from '@backstage/backend-test-utils';
import type { EscapeHatchDraft } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { ApproverResolver } from '../../approvers/ApproverResolver';
import { AuditTrail } from '../../audit/AuditTrail';
import { HatchClock } from '../../clock/HatchClock';
import { openDatabase } from '../../database/openDatabase';
import { EntityReader } from '../../entities/EntityReader';
import { Outbox } from '../../outbox/Outbox';
import { type EscapeHatchSettings, readSettings } from '../../settings';
import type { HatchRecord } from '../HatchRecord';
import { RequestService } from '../RequestService';
import { RequestStore } from '../RequestStore';
import { TestCatalog } from './TestCatalog';

export const ML_WORKLOAD = 'component:default/special-ml-workload';

/** Noon of a Tuesday in winter: London is at UTC. */
const START = Date.parse('2026-11-24T12:00:00Z');

/** Requests on a database, with a catalog and a clock that the test moves. */
export class HatchesUnderTest {
  readonly catalog = new TestCatalog();
  readonly store: RequestStore;
  readonly audit: AuditTrail;
  service!: RequestService;
  clock!: HatchClock;
  /** ms: what the machine's clock says. */
  time = START;

  private constructor(
    readonly knex: Knex,
    readonly settings: EscapeHatchSettings,
  ) {
    this.store = new RequestStore({ knex });
    this.audit = new AuditTrail({ knex });
  }

  static async create(
    knex: Knex,
    options: { escapeHatch?: JsonObject } = {},
  ): Promise<HatchesUnderTest> {
    await openDatabase(mockServices.database({ knex }));
    const escapeHatch = { timeZone: 'Europe/London', ...options.escapeHatch };
    const hatches = new HatchesUnderTest(
      knex,
      readSettings(mockServices.rootConfig({ data: { escapeHatch } })),
    );
    await hatches.restart();
    return hatches;
  }

  /** As after a restart of the backend: what was in memory only is gone. */
  async restart(): Promise<void> {
    const { knex, settings } = this;
    const catalog = this.catalog.service;
    const auth = mockServices.auth();
    this.clock = await HatchClock.create({ knex, now: () => this.time });
    this.service = new RequestService({
      knex,
      settings,
      clock: this.clock,
      entities: new EntityReader({ auth, catalog }),
      approvers: new ApproverResolver({ auth, catalog, settings }),
      outbox: new Outbox({ clock: this.clock }),
    });
  }

  /** Moves the clock. */
  wait(time: { days?: number; minutes?: number }): void {
    const { days = 0, minutes = 0 } = time;
    this.time += days * 86_400_000 + minutes * 60_000;
  }

  /** A request for ml-team's workload by one of the team, of medium risk: one stage, Platform. */
  async request(
    fields: Partial<EscapeHatchDraft> = {},
    user = 'ml-engineer',
  ): Promise<HatchRecord> {
    return this.service.create({
      draft: { ...draft(), ...fields },
      actor: actor(user),
    });
  }

  /** The same with three stages, waiting for the first. */
  async highRisk(fields: Partial<EscapeHatchDraft> = {}): Promise<HatchRecord> {
    return this.request({ riskLevel: 'high', submit: true, ...fields });
  }

  /** An escape hatch that has been approved. */
  async approved(fields: Partial<EscapeHatchDraft> = {}): Promise<HatchRecord> {
    const request = await this.request({ submit: true, ...fields });
    return this.approve(request, 'platform-lead');
  }

  /** Approves the stage that waits. */
  async approve(
    { id, version }: Pick<HatchRecord, 'id' | 'version'>,
    user: string,
  ): Promise<HatchRecord> {
    return this.service.approve({
      id,
      expectedVersion: version,
      actor: actor(user),
    });
  }
}

/** A user of the default namespace. */
export function actor(name: string): { ref: string } {
  return { ref: `user:default/${name}` };
}

/** What the seed's request asks for, until the end of January. */
export function draft(): EscapeHatchDraft {
  return {
    entityRef: ML_WORKLOAD,
    rules: ['privileged-container'],
    justification: 'The CUDA driver needs it.',
    riskAssessment: 'A container break-out reaches the node.',
    mitigations: 'Nodes of its own.',
    riskLevel: 'medium',
    category: 'mitigated',
    expiresAt: '2027-01-31',
  };
}
