import { isMet, type Figure } from './Figure';

/** Prints a plain table. */
export function printFigures(figures: Figure[]): void {
  const rows = [
    ['figure', 'measured', 'limit', '', 'detail'],
    ...figures.map(figure => [
      figure.name,
      `${rounded(figure.measured)} ${figure.unit}`,
      limitOf(figure),
      verdictOf(figure),
      figure.detail ?? '',
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  console.log('');
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  }
}

function limitOf({ limit, atMost, unit }: Figure): string {
  return limit === undefined ? '' : `${atMost ? '≤' : '<'} ${limit} ${unit}`;
}

function verdictOf(figure: Figure): string {
  if (figure.limit === undefined) {
    return '';
  }
  return isMet(figure) ? 'ok' : 'over';
}

function rounded(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toFixed(1)));
}
