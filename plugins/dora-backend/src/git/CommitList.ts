/** Many commit ids in little memory: 20 or 32 bytes each. */
export class CommitList {
  #bytes = Buffer.alloc(0);
  #width = 20;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(sha: string): void {
    if (this.#length === 0) {
      this.#width = sha.length / 2;
    }
    const end = (this.#length + 1) * this.#width;
    if (end > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(4_096, end * 2));
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    this.#bytes.write(sha, end - this.#width, 'hex');
    this.#length++;
  }

  at(index: number): string {
    const start = index * this.#width;
    return this.#bytes.toString('hex', start, start + this.#width);
  }

  /** Turns the order round. */
  reverse(): void {
    const width = this.#width;
    const reversed = Buffer.alloc(this.#length * width);
    for (let index = 0; index < this.#length; index++) {
      const target = (this.#length - 1 - index) * width;
      this.#bytes.copy(reversed, target, index * width, (index + 1) * width);
    }
    this.#bytes = reversed;
  }
}
