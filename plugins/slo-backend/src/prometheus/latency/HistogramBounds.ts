import type { BatchedQueries } from '../queries/BatchedQueries';

const REFRESH_MILLISECONDS = 3600_000;
/** Enough to meet every bound that a histogram had for a while. */
const STEPS = 48;

interface Known {
  labels: string[];
  from: number;
  to: number;
  readAt: number;
}

export interface BoundsRequest {
  /** Selectors of `_bucket` series by key. */
  selectors: Map<string, string>;
  from: number;
  to: number;
  tileSeconds: number;
  signal: AbortSignal;
}

/** The bounds (`le`) that histograms have, read from the server at most once an hour. */
export class HistogramBounds {
  readonly #queries: BatchedQueries;
  readonly #known = new Map<string, Known>();

  constructor(queries: BatchedQueries) {
    this.#queries = queries;
  }

  /** Bounds by key; or why they cannot be read. */
  async read(
    request: BoundsRequest,
  ): Promise<Map<string, { labels: string[]; error?: string }>> {
    const { selectors, from, to } = request;
    this.#forgetOld();
    const missing = [...selectors].filter(([, selector]) => {
      const known = this.#known.get(selector);
      // The newest tiles move on while what is known of their histogram stays true.
      return !known || known.from > from || known.to < to - 3600;
    });
    const errors = await this.#ask(request, new Map(missing));
    return new Map(
      [...selectors].map(([key, selector]) => [
        key,
        {
          labels: this.#known.get(selector)?.labels ?? [],
          error: errors.get(key),
        },
      ]),
    );
  }

  /** To be called when a histogram turns out to have other bounds than it had. */
  forget(selector: string): void {
    this.#known.delete(selector);
  }

  async #ask(
    { from, to, tileSeconds, signal }: BoundsRequest,
    selectors: Map<string, string>,
  ): Promise<Map<string, string>> {
    const errors = new Map<string, string>();
    if (selectors.size === 0) {
      return errors;
    }
    const step = Math.max(tileSeconds, Math.ceil((to - from) / STEPS));
    const answers = await this.#queries.ask({
      questions: [...selectors].map(([key, selector]) => ({
        key,
        expressions: { bounds: `count by (le) (\n${selector}\n)` },
      })),
      // Counted from the end, so that a histogram younger than a step is seen.
      start: to - Math.ceil((to - from) / step) * step,
      end: to,
      step,
      signal,
    });
    for (const [key, { series, error }] of answers) {
      const labels = (series.bounds ?? []).map(({ metric }) => metric.le ?? '');
      const selector = selectors.get(key)!;
      if (error) {
        errors.set(key, error);
      } else if (labels.length > 0) {
        const readAt = Date.now();
        this.#known.set(selector, { labels, from, to, readAt });
      } else {
        this.#known.delete(selector);
      }
    }
    return errors;
  }

  #forgetOld(): void {
    const oldest = Date.now() - REFRESH_MILLISECONDS;
    for (const [selector, { readAt }] of this.#known) {
      if (readAt < oldest) {
        this.#known.delete(selector);
      }
    }
  }
}
