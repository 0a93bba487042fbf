const MAX_BYTES = 16 * 1024;

/** Parts the output of a CGI program into the header of the response and its body (RFC 3875, section 6). */
export class CgiHeader {
  #text = Buffer.alloc(0);
  status = 200;
  readonly fields: [name: string, value: string][] = [];

  /**
   * Takes what the program printed.
   *
   * @returns the beginning of the body; undefined while the header goes on
   * @throws for a header without an end
   */
  take(chunk: Buffer): Buffer | undefined {
    this.#text = Buffer.concat([this.#text, chunk]);
    const end = /\r?\n\r?\n/.exec(this.#text.toString('latin1'));
    if (!end) {
      if (this.#text.length > MAX_BYTES) {
        throw new Error(
          `Expected a header of at most ${MAX_BYTES} bytes from git http-backend`,
        );
      }
      return undefined;
    }
    const header = this.#text.toString('latin1', 0, end.index);
    for (const line of header.split(/\r?\n/)) {
      this.#read(line);
    }
    return this.#text.subarray(end.index + end[0].length);
  }

  #read(line: string) {
    const [, name, value] = /^([\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name?.toLowerCase() === 'status') {
      this.status = Number.parseInt(value, 10);
    } else if (name) {
      this.fields.push([name, value]);
    }
  }
}
