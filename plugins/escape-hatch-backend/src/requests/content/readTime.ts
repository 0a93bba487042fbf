import { InputError } from '@backstage/errors';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The instant that somebody wrote, or that a day stands for.
 *
 * @param options.field - for the refusal
 * @param options.ofDay - the beginning or the end of a day in a zone, ms
 * @throws InputError for what is neither, or a day that does not exist
 */
export function readTime(options: {
  field: string;
  text: string;
  timeZone: string;
  ofDay: (day: string, zone: string) => number;
}): number {
  const { field, text, timeZone, ofDay } = options;
  try {
    const at = DAY.test(text) ? ofDay(text, timeZone) : Date.parse(text);
    if (Number.isFinite(at)) {
      return at;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
  }
  throw new InputError(
    `${field}: expected an instant such as 2026-11-30T12:00:00Z or a day such as 2026-11-30, got '${text}'`,
  );
}
