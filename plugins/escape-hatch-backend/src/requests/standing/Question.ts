import type { EscapeHatchSettings } from '../../settings';
import type { HatchRecord } from '../HatchRecord';
import type { Claim } from '../overlap/Claim';
import type { Overlap } from '../overlap/overlapping';
import type { Directory } from './Directory';
import type { Refusal } from './Refusal';

/** Whether somebody may do something with a request now. */
export interface Question {
  record: HatchRecord;
  /** Full, lower-case user ref. */
  userRef: string;
  directory: Directory;
  settings: EscapeHatchSettings;
  /** ms */
  now: number;
  /** Who holds what is claimed. */
  overlaps: (claim: Claim) => Promise<Overlap[]>;
}

/** One thing that can stand against an action. */
export type Check = (
  question: Question,
) => Refusal | undefined | Promise<Refusal | undefined>;
