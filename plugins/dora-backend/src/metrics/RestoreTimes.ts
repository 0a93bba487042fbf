/** How long the incidents of a window took, and how many were open at its end. */
export interface RestoreTimes {
  /** Resolved minus opened, of those resolved in the window; in seconds. */
  seconds: Float64Array;
  /** Opened in the window and not resolved in it. */
  open: number;
}
