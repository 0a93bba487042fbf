/** One line of the result. */
export interface Figure {
  name: string;
  measured: number;
  unit:
    | 'ms'
    | 's'
    | 'kB'
    | 'rows'
    | 'calls'
    | 'statements'
    | 'points'
    | 'events/s'
    | 'MB'
    | '×';
  /** Without one the figure is for information. */
  limit?: number;
  /** A measurement equal to the limit is good enough; otherwise it has to be below. */
  atMost?: boolean;
  /** The limit is a lower one. */
  atLeast?: boolean;
  /** What stands behind the number. */
  detail?: string;
}

export function isMet({ measured, limit, atMost, atLeast }: Figure): boolean {
  if (limit === undefined) {
    return true;
  }
  return atLeast
    ? measured >= limit
    : measured < limit || (!!atMost && measured === limit);
}
