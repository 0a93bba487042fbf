/** Its place in the routes. */
export function InboxPage() {
  return null;
}
