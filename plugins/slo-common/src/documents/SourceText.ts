import { LineCounter } from 'yaml';

/**
 * The text of one file, and where its characters stand.
 */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lines = new LineCounter();

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.#lines.addNewLine(0);
    for (
      let newline = text.indexOf('\n');
      newline >= 0;
      newline = text.indexOf('\n', newline + 1)
    ) {
      this.#lines.addNewLine(newline + 1);
    }
  }

  /** Line and column, both from 1. */
  positionOf(offset: number): { line: number; column: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }
}
