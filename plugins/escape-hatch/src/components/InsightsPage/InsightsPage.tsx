/** Its place in the routes. */
export function InsightsPage() {
  return null;
}
