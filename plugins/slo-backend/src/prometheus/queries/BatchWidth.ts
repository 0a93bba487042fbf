const WIDEST = 100;
const NARROWEST = 2;
const PATIENCE_MILLISECONDS = 600_000;

/** How many expressions one query may carry: fewer for a while after a server was too slow for that many. */
export class BatchWidth {
  #expressions = WIDEST;
  #narrowedAt = 0;

  get expressions(): number {
    return this.#expressions;
  }

  narrow(now: number): void {
    this.#expressions = Math.max(NARROWEST, Math.floor(this.#expressions / 2));
    this.#narrowedAt = now;
  }

  /** To be called when all went well. */
  widen(now: number): void {
    if (now - this.#narrowedAt >= PATIENCE_MILLISECONDS) {
      this.#expressions = Math.min(WIDEST, this.#expressions * 2);
      this.#narrowedAt = now;
    }
  }
}
