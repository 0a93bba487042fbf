import type { RequestContent } from '@golden-path/backstage-plugin-escape-hatch-common';

/** What the audit trail says of a transition beside who, when and from where to where. */
export interface TransitionDetails {
  /** Digest of the content that holds after it. */
  content: string;
  comment?: string;
  /** Of a decision: id of the stage. */
  stage?: string;
  /** Of an approval: everybody who was in the stage's resolved set. */
  resolvedFrom?: string[];
  /** Of an approval: why this person might decide. */
  reason?: string;
  /** Of an edit: names of the fields. */
  changed?: string[];
  /** Of an edit and of requested changes: how many approvals it cleared. */
  cleared?: number;
  /** Of a quarterly review. */
  outcome?: 'keep' | 'shorten';
  /** Of a review that shortened it. */
  expiresAt?: RequestContent['expiresAt'];
  /** Of a new request: the entity and its uid. */
  entityRef?: string;
  entityUid?: string;
  /** Of a renewal: id of the request that it renews. */
  renewalOf?: string;
  /** Of a replaced one: id of its renewal. */
  supersededBy?: string;
  /** Of a new request and of a change of owners. */
  owners?: string[];
}
