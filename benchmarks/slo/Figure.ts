/** One line of the result. */
export interface Figure {
  name: string;
  measured: number;
  unit: 'ms' | 's' | 'kB' | 'rows' | 'calls' | 'statements' | 'points';
  /** Without one the figure is for information. */
  limit?: number;
  /** A measurement equal to the limit is good enough; otherwise it has to be below. */
  atMost?: boolean;
  /** What stands behind the number. */
  detail?: string;
}

export function isMet({ measured, limit, atMost }: Figure): boolean {
  return (
    limit === undefined || measured < limit || (!!atMost && measured === limit)
  );
}
