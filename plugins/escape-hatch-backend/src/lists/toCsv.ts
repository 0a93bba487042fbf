import { FileAnswer } from '@golden-path/backstage-http-api';

/** Rows of an export; more are for a narrower query. */
export const CSV_LIMIT = 100_000;

/** A cell; null and undefined are empty. */
export type Cell = string | number | boolean | null | undefined;

/** RFC 4180, UTF-8, with a header row; a value that a spreadsheet would run as a formula is disarmed. */
export function toCsv(options: {
  fileName: string;
  columns: string[];
  rows: Cell[][];
}): FileAnswer {
  return new FileAnswer({
    contentType: 'text/csv; charset=utf-8',
    fileName: options.fileName,
    content: [options.columns, ...options.rows]
      .map(row => `${row.map(toCell).join(',')}\r\n`)
      .join(''),
  });
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
