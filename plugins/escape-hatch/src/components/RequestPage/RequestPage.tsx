/** Its place in the routes. */
export function RequestPage() {
  return null;
}
