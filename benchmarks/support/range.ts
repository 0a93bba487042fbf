/** The numbers from 0 to below a length. */
export function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
