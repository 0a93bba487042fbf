/**
 * An answer that is not JSON, such as an export. Where its content comes in parts, at most a few of them are held at a
 * time; an error of the first is answered as any other, one of a later part breaks the connection off, so that nobody
 * takes what has come for the whole.
 *
 * @public
 */
export class FileAnswer {
  /** As the header has it: `text/csv; charset=utf-8`. */
  readonly contentType: string;
  /** The whole of it, or its parts as they become known; text goes out as UTF-8. */
  readonly content: string | Buffer | AsyncIterable<string>;
  /** Under which a browser saves it, instead of showing it. */
  readonly fileName?: string;
  /** With its quotes; a request that already has it is answered with 304. */
  readonly etag?: string;

  constructor(options: {
    contentType: string;
    content: string | Buffer | AsyncIterable<string>;
    fileName?: string;
    etag?: string;
  }) {
    this.contentType = options.contentType;
    this.content = options.content;
    this.fileName = options.fileName;
    this.etag = options.etag;
  }
}
