/** Its place in the routes. */
export function RequestsPage() {
  return null;
}
