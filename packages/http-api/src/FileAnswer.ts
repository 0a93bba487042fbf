/**
 * An answer that is not JSON, such as an export.
 *
 * @public
 */
export class FileAnswer {
  /** As the header has it: `text/csv; charset=utf-8`. */
  readonly contentType: string;
  /** The whole of it; text goes out as UTF-8. */
  readonly content: string | Buffer;
  /** Under which a browser saves it, instead of showing it. */
  readonly fileName?: string;
  /** With its quotes; a request that already has it is answered with 304. */
  readonly etag?: string;

  constructor(options: {
    contentType: string;
    content: string | Buffer;
    fileName?: string;
    etag?: string;
  }) {
    this.contentType = options.contentType;
    this.content = options.content;
    this.fileName = options.fileName;
    this.etag = options.etag;
  }
}
