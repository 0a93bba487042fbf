/**
 * A production incident.
 *
 * @public
 */
export interface Incident {
  /** Opaque and stable. */
  id: string;
  /** One line for people. */
  title: string;
  /** Source that reported it. */
  source: string;
  /** Severity, as its source calls it; null where it tells none. */
  severity: string | null;
  /** Full entity refs of its services. */
  entityRefs: string[];
  /** Environment; null for production. */
  environment: string | null;
  /** Opening, RFC 3339. */
  openedAt: string;
  /** Resolution, RFC 3339; null while it is open. */
  resolvedAt: string | null;
  /** Page about it. */
  url?: string;
  /** Made up or replayed. */
  demo: boolean;
}
