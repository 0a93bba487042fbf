/** A vertical line and its name above. */
export interface PlacedMark {
  text: string;
  x: number;
  /** Middle of the name: over the line, unless it would leave the chart or touch the other one. */
  labelX: number;
}

/** Moves the names of two marks, left to right, apart and into the chart. */
export function spreadMarks(options: {
  marks: { text: string; x: number }[];
  labelWidth: number;
  width: number;
}): PlacedMark[] {
  const { marks, labelWidth, width } = options;
  const half = labelWidth / 2;
  let least = half;
  const placed = marks.map(mark => {
    const labelX = Math.max(mark.x, least);
    least = labelX + labelWidth;
    return { ...mark, labelX };
  });
  let most = width - half;
  for (const mark of [...placed].reverse()) {
    mark.labelX = Math.min(mark.labelX, most);
    most = mark.labelX - labelWidth;
  }
  return placed;
}
