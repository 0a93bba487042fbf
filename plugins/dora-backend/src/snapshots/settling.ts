/** What happened at the end of a period is known that long after it: sources are asked every few minutes. */
export const SETTLING_MS = 3_600_000;
