/**
 * The value that has a rank once an array is sorted, without sorting it: partitions in place, so that smaller values
 * come before the rank and greater ones after it. Linear on average, whatever the order (Hoare's Find, with random
 * pivots).
 *
 * @param values - not empty; reordered
 * @param rank - from 0
 */
export function selectRank(values: Float64Array, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[low + Math.floor(Math.random() * (high - low + 1))];
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left] < pivot) {
        left++;
      }
      while (values[right] > pivot) {
        right--;
      }
      if (left <= right) {
        const swapped = values[left];
        values[left] = values[right];
        values[right] = swapped;
        left++;
        right--;
      }
    }
    if (rank <= right) {
      high = right;
    } else if (rank >= left) {
      low = left;
    } else {
      return values[rank];
    }
  }
  return values[rank];
}
