import type { RiskLevel } from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Operation } from './Operation';

/** A request as the model has it; people, groups and components by name, instants in ms. */
export interface ModelRequest {
  number: number;
  version: number;
  status: string;
  component: string;
  uid: string;
  owners: string[];
  requester: string;
  rules: string[];
  riskLevel: RiskLevel;
  environments: string[];
  startsAt: number | null;
  expiresAt: number;
  /** Ids. */
  stages: string[];
  stage: number | null;
  /** Stage and approver. */
  approvals: [number, string][];
  activeFrom: number | null;
  renews: number | null;
  replacedBy: number | null;
  chain: number;
  chainSince: number | null;
  ownerChangedAt: number | null;
}

const DAY = 86_400_000;

/** Time, people and services, as the model knows them. */
export class ReferenceWorld {
  /** What the machine says; `now` never goes back. */
  time = Date.parse('2026-11-24T12:00:00Z');
  now = this.time;
  readonly users = new Set([
    'platform-lead',
    'platform-engineer',
    'security-reviewer',
    'security-lead',
    'ml-lead',
    'ml-engineer',
    'ml-intern',
    'publishing-lead',
    'outsider',
  ]);
  readonly groups = new Map<string, Set<string>>([
    ['platform-team', new Set(['platform-lead', 'platform-engineer'])],
    ['security-team', new Set(['security-reviewer', 'security-lead'])],
    ['ml-team', new Set(['ml-lead', 'ml-engineer'])],
    ['ml-interns', new Set(['ml-intern'])],
    ['publishing-team', new Set(['publishing-lead'])],
  ]);
  readonly components = new Map([
    ['special-ml-workload', { owner: 'ml-team', uid: 'uid-ml' }],
    ['publishing-api', { owner: 'publishing-team', uid: 'uid-publishing' }],
  ]);
  #registrations = 0;

  change(operation: Operation): void {
    switch (operation.kind) {
      case 'wait':
        this.time += operation.hours * 3_600_000;
        this.now = Math.max(this.now, this.time);
        break;
      case 'join':
        this.groups.get(operation.group)!.add(operation.user);
        break;
      case 'leave':
        this.groups.get(operation.group)!.delete(operation.user);
        break;
      case 'own': {
        const component = this.components.get(operation.component);
        if (component) {
          component.owner = operation.owner;
        }
        break;
      }
      case 'register':
        this.components.set(operation.component, {
          owner: 'ml-team',
          uid: `again-${++this.#registrations}`,
        });
        break;
      case 'unregister':
        this.components.delete(operation.component);
        break;
      default:
    }
  }

  inDays(days: number): number {
    return this.now + days * DAY;
  }

  /** Interns are part of the team. */
  membersOf(group: string): string[] {
    const own = this.groups.get(group)!;
    const all =
      group === 'ml-team' ? [...own, ...this.groups.get('ml-interns')!] : own;
    return [...all].filter(user => this.users.has(user));
  }

  isIn(user: string, groups: string[]): boolean {
    return groups.some(group => this.membersOf(group).includes(user));
  }

  /** Whether the catalog still has the component that was meant. */
  isSame({ component, uid }: ModelRequest): boolean {
    return this.components.get(component)?.uid === uid;
  }

  ownersOf(request: ModelRequest): string[] {
    return this.isSame(request)
      ? [this.components.get(request.component)!.owner]
      : request.owners;
  }

  neededStages(request: ModelRequest): string[] {
    const stages =
      request.riskLevel === 'high'
        ? ['owner', 'platform', 'security']
        : ['platform'];
    const long =
      request.chain >= 4 ||
      (request.chainSince !== null &&
        request.expiresAt - request.chainSince > 365 * DAY);
    return long ? [...stages, 'long-running'] : stages;
  }

  stagesOf(request: ModelRequest): string[] {
    return request.stages.length > 0
      ? request.stages
      : this.neededStages(request);
  }

  /** Whoever is left of those who are asked, of the platform team, of security. */
  decidersOf(stage: string, request: ModelRequest): string[] {
    const asked = {
      owner: this.ownersOf(request),
      platform: ['platform-team'],
      security: ['security-team'],
      'long-running':
        request.stages.includes('security') || request.riskLevel === 'high'
          ? ['platform-team']
          : ['security-team'],
    }[stage]!;
    return (
      [asked, ['platform-team'], ['security-team']]
        .map(groups => groups.flatMap(group => this.membersOf(group)))
        .find(users => users.length > 0) ?? []
    );
  }
}
