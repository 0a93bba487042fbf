import type { RequestPhase, RequestStatus } from '../states';

/**
 * Page of a list.
 *
 * @public
 */
export interface EscapeHatchPageQuery {
  /** 1 to 500, default 50. */
  limit?: number;
  /** From the page before. */
  cursor?: string;
}

/**
 * Which requests.
 *
 * @public
 */
export interface EscapeHatchRequestQuery extends EscapeHatchPageQuery {
  /** Full ref of the service. */
  entityRef?: string;
  /** Full ref of an owner. */
  owner?: string;
  /** Id of a rule. */
  rule?: string;
  /** What is stored. */
  status?: RequestStatus;
  /** What it is now: one, or any of several, which are parted by commas on the wire. */
  phase?: RequestPhase | RequestPhase[];
  /** Full ref of the requester. */
  requester?: string;
  /** `expiry`: soonest end first; default newest first. */
  order?: 'newest' | 'expiry';
}

/**
 * How to call.
 *
 * @public
 */
export interface EscapeHatchRequestOptions {
  /** Bearer token; to be left out where `fetchApi` adds one. */
  token?: string;
}

/**
 * Body of a decision.
 *
 * @public
 */
export interface DecisionBody {
  /** The version that was read. */
  expectedVersion: number;
  /** Plain text; mandatory to reject, to request changes and to revoke. */
  comment?: string;
}
