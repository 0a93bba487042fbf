/** Whoever does something with a request; routes refuse services and guests before. */
export interface Actor {
  /** Full user ref. */
  ref: string;
}
