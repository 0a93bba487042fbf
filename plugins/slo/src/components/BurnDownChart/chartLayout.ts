/** Below this width of the card the labels stand inside the plot. */
const WIDE = 760;

/** Pixels of the chart's parts. */
export interface ChartLayout {
  width: number;
  left: number;
  right: number;
  /** True where labels stand to the right of the plot, false where they stand in it. */
  hasLabelsBeside: boolean;
}

export function chartLayout(width: number): ChartLayout {
  const hasLabelsBeside = width >= WIDE;
  return {
    width,
    left: 64,
    right: width - (hasLabelsBeside ? 168 : 8),
    hasLabelsBeside,
  };
}
