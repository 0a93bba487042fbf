import type { StageName } from '@golden-path/backstage-plugin-dora-common';

/** A change with the first production rollout that contains it. Instants are milliseconds. */
export interface Shipped {
  rolloutId: string;
  changeId: number;
  entityRef: string;
  ownerRef: string | null;
  finishedAt: number;
  leadSeconds: number;
  stages: Record<StageName, number | null>;
  demo: boolean;
}
