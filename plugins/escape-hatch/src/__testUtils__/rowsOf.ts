import { screen, within } from '@testing-library/react';

/** What links to elsewhere say to screen readers. */
const OUTSIDE = /, Opens in a new window/g;
const SPACE = /[\s\u202f\u00a0]+/g;

/** The rows of a table as text, cells parted by bars, without the head. */
export async function rowsOf(name: string | RegExp): Promise<string[]> {
  const table = await screen.findByRole('table', { name });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent?.replace(OUTSIDE, '').replace(SPACE, ' '))
        .join(' | '),
    );
}
