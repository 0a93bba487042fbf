import type { Directory } from '../requests/standing/Directory';
import type { ApproverResolver } from '../approvers/ApproverResolver';
import type { Caller } from './Caller';
import type { Rights } from './Rights';

/** One request to the API: who asks, and what is read once for the whole answer. */
export interface Visit {
  caller: Caller;
  rights: Rights;
  /** For what is shown; decisions ask the catalog anew. */
  approvers: ApproverResolver;
  /** Of the same reading. */
  directory: Directory;
  /** The caller's own ref with all groups above it; none of a guest or a service. */
  groups: string[];
  /** ms */
  now: number;
}
