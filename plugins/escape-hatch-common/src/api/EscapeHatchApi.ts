import type { RequestAction } from '../states';
import type { AuditEntry, AuditVerification } from './AuditEntry';
import type { EscapeHatchDraft, EscapeHatchEdit } from './EscapeHatchDraft';
import type {
  DecisionBody,
  EscapeHatchPageQuery,
  EscapeHatchRequestOptions,
  EscapeHatchRequestQuery,
} from './EscapeHatchQuery';
import type { EscapeHatchRequest, RequestVersion } from './EscapeHatchRequest';
import type { RuleInUse } from './EscapeHatchRule';
import type { Evaluation, EvaluationQuery } from './Evaluation';
import type { InboxItem } from './InboxItem';
import type { Insights } from './Insights';
import type { Page } from './Page';
import type { Preview } from './Preview';

/**
 * The HTTP API of the escape-hatch backend.
 *
 * @public
 */
export interface EscapeHatchApi {
  /** Asks for an escape hatch, as a draft or submitted at once. */
  createRequest(
    draft: EscapeHatchDraft,
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest>;

  /** What the submission of a draft would meet; stores nothing. */
  previewRequest(
    draft: EscapeHatchDraft,
    options?: EscapeHatchRequestOptions,
  ): Promise<Preview>;

  /** Requests that the caller may read. */
  listRequests(
    query?: EscapeHatchRequestQuery,
    options?: EscapeHatchRequestOptions,
  ): Promise<Page<EscapeHatchRequest>>;

  /** All of them as CSV, as many as one export holds. */
  exportRequests(
    query?: Omit<EscapeHatchRequestQuery, 'limit' | 'cursor'>,
    options?: EscapeHatchRequestOptions,
  ): Promise<string>;

  /** One request, by its id. */
  getRequest(
    id: string,
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest>;

  /** What its versions said, oldest first. */
  listVersions(
    id: string,
    options?: EscapeHatchRequestOptions,
  ): Promise<Page<RequestVersion>>;

  /** Changes what a request says, and clears its approvals. */
  editRequest(
    id: string,
    edit: EscapeHatchEdit,
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest>;

  /** Does what needs nothing but the version and a comment. */
  actOnRequest(
    id: string,
    action: Exclude<RequestAction, 'edit' | 'renew' | 'review'>,
    body: DecisionBody,
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest>;

  /** Asks for the same again; answers the new request. */
  renewRequest(
    id: string,
    body: DecisionBody & { expiresAt: string },
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest>;

  /** Ends a quarterly review. */
  reviewRequest(
    id: string,
    body: DecisionBody & {
      outcome: 'keep' | 'shorten' | 'revoke';
      expiresAt?: string;
    },
    options?: EscapeHatchRequestOptions,
  ): Promise<EscapeHatchRequest>;

  /** What waits for the caller, the longest wait first. */
  listInbox(
    query?: EscapeHatchPageQuery,
    options?: EscapeHatchRequestOptions,
  ): Promise<Page<InboxItem> & { adminOf?: string; memberOf: string[] }>;

  /** All rules. */
  listRules(options?: EscapeHatchRequestOptions): Promise<Page<RuleInUse>>;

  /** Demand per rule, and what can be closed. */
  getInsights(options?: EscapeHatchRequestOptions): Promise<Insights>;

  /** Opens an issue in the platform repository that links the requests of a rule. */
  openInsightIssue(
    rule: string,
    options?: EscapeHatchRequestOptions,
  ): Promise<{ url: string }>;

  /** The audit trail, oldest first. */
  listAudit(
    query?: EscapeHatchPageQuery & { requestId?: string },
    options?: EscapeHatchRequestOptions,
  ): Promise<Page<AuditEntry>>;

  /** Whether the audit trail is what was written. */
  verifyAudit(options?: EscapeHatchRequestOptions): Promise<AuditVerification>;

  /** Whether rules are left for a service. */
  evaluate(
    query: EvaluationQuery,
    options?: EscapeHatchRequestOptions,
  ): Promise<Evaluation>;
}
