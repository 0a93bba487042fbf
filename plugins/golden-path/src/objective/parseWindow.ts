const DAY = 24 * 60 * 60;
const UNITS: Record<string, number> = { d: DAY, w: 7 * DAY };

/** A window as SLO documents write it, `30d` or `4w`, in seconds; undefined where it is neither. */
export function parseWindow(text: unknown): number | undefined {
  const match = /^([1-9]\d{0,2})([dw])$/.exec(String(text));
  return match ? Number(match[1]) * UNITS[match[2]] : undefined;
}
