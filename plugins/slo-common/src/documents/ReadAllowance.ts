const MAX_BYTES = 2 * 1024 * 1024;
/** Words and signs, white space among them; 500 full SLOs have some 70,000. */
const MAX_LEXEMES = 100_000;

/**
 * What all files of a request may cost together, so that many files do not keep the process busier than the
 * largest one.
 */
export class ReadAllowance {
  #bytes = MAX_BYTES;
  #lexemes = MAX_LEXEMES;

  /** @returns the limit that is exceeded, if one is */
  takeBytes(bytes: number): string | undefined {
    this.#bytes -= bytes;
    return this.#bytes < 0
      ? `at most ${MAX_BYTES} bytes in all files of a request`
      : undefined;
  }

  /** @returns the limit that is exceeded, if one is */
  takeLexeme(): string | undefined {
    this.#lexemes -= 1;
    return this.#lexemes < 0
      ? `at most ${MAX_LEXEMES} words and signs in a request`
      : undefined;
  }
}
