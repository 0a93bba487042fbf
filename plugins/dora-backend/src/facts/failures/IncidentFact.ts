/** A production incident of a service. Instants are milliseconds. */
export interface IncidentFact {
  id: string;
  openedAt: number;
  resolvedAt: number | null;
  /** The rollout that the incident names, where it is one of the service. */
  namedRolloutId: string | null;
  /** The version that the incident names. */
  namedVersion: string | null;
  /** It names a rollout of another one of its services. */
  isNamedElsewhere: boolean;
}
