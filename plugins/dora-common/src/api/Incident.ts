/**
 * A production incident.
 *
 * @public
 */
export interface Incident {
  id: string;
  title: string;
  source: string;
  severity: string | null;
  entityRefs: string[];
  environment: string | null;
  openedAt: string;
  resolvedAt: string | null;
  url?: string;
  demo: boolean;
}
