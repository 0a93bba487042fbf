/** An incident as it is stored. Instants are milliseconds. */
export interface Incident {
  id: string;
  source: string;
  externalId: string;
  title: string;
  severity: string | null;
  /** Null: production. */
  environment: string | null;
  production: boolean;
  openedAt: number;
  resolvedAt: number | null;
  url: string | null;
  /** Event id of a deployment, as the source gives it. */
  namesDeployment: string | null;
  namesVersion: string | null;
  demo: boolean;
  entityRefs: string[];
}
