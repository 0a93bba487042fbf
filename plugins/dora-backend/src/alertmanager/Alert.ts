/** An alert that is an incident, or part of one. Instants are milliseconds since the epoch. */
export interface Alert {
  /** Of its labels. */
  fingerprint: string;
  startsAt: number;
  /** Null while it fires. */
  endsAt: number | null;
  details: {
    title: string;
    severity?: string;
    service?: string;
    environment?: string;
    url?: string;
  };
}
