import { isMet, type Figure } from './Figure';

const WIDTHS = [52, 18, 18, 6];

/** Prints figures as they come, one line each. */
export class FigureTable {
  readonly #figures: Figure[] = [];

  constructor() {
    printRow(['figure', 'measured', 'limit', '', 'detail']);
  }

  add(figure: Figure): void {
    this.#figures.push(figure);
    const { name, measured, unit, detail = '' } = figure;
    const value = Number.isInteger(measured) ? measured : measured.toFixed(1);
    const limit = limitOf(figure);
    const verdict = isMet(figure) ? 'ok' : 'over';
    printRow([name, `${value} ${unit}`, limit, limit && verdict, detail]);
  }

  /** How many of the figures are over their limits. */
  get over(): number {
    return this.#figures.filter(figure => !isMet(figure)).length;
  }

  /** How many of the figures have a limit. */
  get limits(): number {
    return this.#figures.filter(({ limit }) => limit !== undefined).length;
  }
}

function limitOf({ limit, atMost, atLeast, unit }: Figure): string {
  if (limit === undefined) {
    return '';
  }
  const upper = atMost ? '≤' : '<';
  return `${atLeast ? '≥' : upper} ${limit} ${unit}`;
}

function printRow(cells: string[]): void {
  console.log(
    cells
      .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
