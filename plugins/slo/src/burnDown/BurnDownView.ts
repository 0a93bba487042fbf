/** What a burn-down shows: how budget is counted, and which time. */
export interface BurnDownView {
  /** `window`: what the present window has lost so far; `rolling`: the window that ended at each instant. */
  mode: 'window' | 'rolling';
  from: Date;
  to: Date;
}
