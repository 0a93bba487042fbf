const DAY = 86_400;

/** Lengths, in seconds, that reports and the quick check speak of; a month is a twelfth of 365.25 days. */
export const calendarSeconds = {
  hour: 3_600,
  day: DAY,
  week: 7 * DAY,
  month: (365.25 / 12) * DAY,
  sixMonths: (365.25 / 2) * DAY,
};
