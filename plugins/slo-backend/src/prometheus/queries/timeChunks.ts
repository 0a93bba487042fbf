export interface TimeChunk {
  start: number;
  end: number;
}

/** Splits the instants `start, start + step, … ≤ end` into runs of at most `maxSteps`, newest first. */
export function timeChunks(options: {
  start: number;
  end: number;
  step: number;
  maxSteps: number;
}): TimeChunk[] {
  const { start, end, step, maxSteps } = options;
  const chunks: TimeChunk[] = [];
  let last = start + Math.floor((end - start) / step) * step;
  while (last >= start) {
    const first = Math.max(start, last - (maxSteps - 1) * step);
    chunks.push({ start: first, end: last });
    last = first - step;
  }
  return chunks;
}
