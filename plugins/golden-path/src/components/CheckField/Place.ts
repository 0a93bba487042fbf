/** What of the files is shown. */
export interface Place {
  file: string;
  /** It is scrolled to. */
  line?: number;
  /** Somebody went there by a link, so that the focus follows. */
  isAsked?: boolean;
}
