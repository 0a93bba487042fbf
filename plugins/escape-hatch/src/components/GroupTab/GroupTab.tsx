/** Its place in the routes. */
export function GroupTab() {
  return null;
}
