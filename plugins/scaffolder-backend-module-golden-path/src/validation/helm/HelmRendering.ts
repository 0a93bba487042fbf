/** What helm made of a chart, or why it did not. */
export type HelmRendering =
  | { manifests: string }
  /** `place`: in the chart, as helm names it. */
  | { error: string; place?: { file: string; line: number } }
  /** It is not the chart's fault. */
  | { unavailable: string };
