/** How long something took, many times over; in milliseconds. */
export class Durations {
  readonly #sorted: number[];

  constructor(milliseconds: number[]) {
    if (milliseconds.length === 0) {
      throw new Error('Expected at least one duration, got none');
    }
    this.#sorted = [...milliseconds].sort((a, b) => a - b);
  }

  /** The smallest duration that so large a fraction of all do not exceed. */
  percentile(fraction: number): number {
    const rank = Math.ceil(fraction * this.#sorted.length);
    return this.#sorted[Math.max(0, rank - 1)];
  }

  describe(): string {
    const shown = (fraction: number) => this.percentile(fraction).toFixed(1);
    return `p50 ${shown(0.5)}, p95 ${shown(0.95)}, max ${shown(1)} of ${
      this.#sorted.length
    }`;
  }
}
