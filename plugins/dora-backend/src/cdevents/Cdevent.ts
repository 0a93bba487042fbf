/** What an event refers to. */
export interface CdeventReference {
  id: string;
  source?: string;
}

/** A CDEvent that becomes a fact, whichever version of the specification it follows. */
export interface Cdevent {
  /** Subject and predicate: `service.deployed`. */
  kind: CdeventKind;
  context: {
    id: string;
    source: string;
    type: string;
    /** RFC 3339. */
    timestamp: string;
  };
  subject: {
    id: string;
    source?: string;
    content: CdeventContent;
  };
  customData?: unknown;
}

export type CdeventKind =
  | `service.${'deployed' | 'upgraded' | 'rolledback' | 'removed'}`
  | `change.${'created' | 'updated' | 'reviewed' | 'merged' | 'abandoned'}`
  | `incident.${'detected' | 'reported' | 'resolved'}`
  | `artifact.${'packaged' | 'published'}`;

/** The parts that one kind or another has. */
export interface CdeventContent {
  environment?: CdeventReference;
  /** A package URL. */
  artifactId?: string;
  repository?: CdeventReference;
  service?: CdeventReference;
  change?: CdeventReference;
  description?: string;
  ticketURI?: string;
}
