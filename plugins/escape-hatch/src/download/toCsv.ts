/** A cell; undefined is empty. */
export type Cell = string | number | undefined;

/** RFC 4180; a value that a spreadsheet would run as a formula is disarmed. */
export function toCsv(rows: Cell[][]): string {
  return rows.map(row => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(value: Cell = ''): string {
  if (typeof value === 'number') {
    return String(value);
  }
  // As OWASP advises against CSV injection; titles come from outside.
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  // Some spreadsheets part cells at semicolons or tabs.
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
