/** A made-up incident in production. Instants are seconds since the epoch. */
export interface DemoIncident {
  id: string;
  service: string;
  title: string;
  openedAt: number;
  /** Left out while it is open. */
  resolvedAt?: number;
  /** What caused it, where somebody found out. */
  version?: string;
}
