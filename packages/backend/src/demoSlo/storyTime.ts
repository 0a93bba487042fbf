const DAY = 86_400;
const WEEK = 7 * DAY;

/** Monday, 5 January 1970, 00:00 UTC, in seconds since the epoch. */
const FIRST_MONDAY = 4 * DAY;

/** Length of the demo's story, in seconds: it begins again after five weeks. */
const STORY_SECONDS = 5 * WEEK;

/**
 * Seconds into the story at an instant. The first story ends with the Monday of the week in which the
 * demo began, so that its incidents are some days old whenever that was, and always on the same weekday.
 * Instants are seconds since the epoch.
 */
export function storyTime(options: { at: number; since: number }): number {
  const { at, since } = options;
  const weeks = Math.floor((since - FIRST_MONDAY) / WEEK);
  const seconds = at - FIRST_MONDAY - weeks * WEEK;
  return ((seconds % STORY_SECONDS) + STORY_SECONDS) % STORY_SECONDS;
}
