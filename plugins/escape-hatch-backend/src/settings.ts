import type { EscapeHatchRule } from '@golden-path/backstage-plugin-escape-hatch-common';

/** What the host decides about escape hatches. */
export interface EscapeHatchSettings {
  /** By id; the shipped defaults with what is configured over them. */
  rules: Map<string, EscapeHatchRule>;
  /** Full ref. */
  adminGroup: string;
  /** Full ref. */
  securityGroup: string;
  /** IANA zone of days and working days. */
  timeZone: string;
  /** How long an export may be used without contact, ms. */
  lease: number;
  /** Working days without a decision after which a request lapses. */
  lapseWorkingDays: number;
  /** Working days after which approvers are reminded. */
  reminderWorkingDays: number[];
  /** Days between quarterly reviews. */
  reviewDays: number;
  /** Days that a new owner has to confirm. */
  confirmDays: number;
  /** Repository that issues are mirrored to, as `https://host/owner/name`. */
  issuesRepository?: string;
  /** Key that signs the signed bundle. */
  signing?: { keyId: string; algorithm: string; privateKey: string };
  /** Base URL of the app, for links. */
  appUrl?: string;
}
