import type {
  ActivePolicy,
  BurnAlert,
  DataGap,
  DocumentStatus,
  PolicyEffect,
  Problem,
  SloStatus,
} from '@golden-path/backstage-plugin-slo-common';

/** Something that the reader should know before the numbers. */
export type SloNote =
  | {
      kind: 'loadError';
      error: Error;
      retry: () => void;
      /** When the numbers that are shown all the same were loaded. */
      numbersOf?: Date;
    }
  | {
      kind: 'documentError';
      file: string;
      problems: Problem[];
      /** The last good version; undefined where there is none. */
      document?: DocumentStatus;
    }
  | { kind: 'page'; slo: SloStatus; alert: BurnAlert }
  | {
      kind: 'policy';
      slo: SloStatus;
      active: ActivePolicy;
      effect: PolicyEffect;
    }
  | { kind: 'stale'; slos: SloStatus[]; watermark: string }
  | { kind: 'backfilling'; slos: SloStatus[]; loaded: number }
  | {
      kind: 'newQuery';
      slo: SloStatus;
      coveredSeconds: number;
      previous: NonNullable<SloStatus['data']['previousGeneration']>;
    }
  | { kind: 'partial'; slo: SloStatus; largestGap?: DataGap };
