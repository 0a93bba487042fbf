import { FileAnswer } from '@golden-path/backstage-http-api';

/** A cell; null and undefined are empty. */
export type Cell = string | number | boolean | null | undefined;

/**
 * RFC 4180, UTF-8, with a header row; a value that a spreadsheet would run as a formula is disarmed.
 *
 * @param options.rows - all, or in lots as they are read
 */
export function toCsv(options: {
  fileName: string;
  columns: string[];
  rows: Cell[][] | AsyncIterable<Cell[][]>;
}): FileAnswer {
  const { fileName, columns, rows } = options;
  return new FileAnswer({
    contentType: 'text/csv; charset=utf-8',
    fileName,
    content: Array.isArray(rows)
      ? toLines([columns, ...rows])
      : linesOf(columns, rows),
  });
}

async function* linesOf(
  columns: string[],
  lots: AsyncIterable<Cell[][]>,
): AsyncGenerator<string> {
  let head = [columns] as Cell[][];
  for await (const rows of lots) {
    yield toLines([...head, ...rows]);
    head = [];
  }
  yield toLines(head);
}

function toLines(rows: Cell[][]): string {
  return rows.map(row => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(value: Cell): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value !== 'string') {
    return String(value);
  }
  // As OWASP advises against CSV injection; texts come from outside.
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  // Some spreadsheets part cells at semicolons or tabs.
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
