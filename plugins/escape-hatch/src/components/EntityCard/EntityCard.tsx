/** Its place in the routes. */
export function EntityCard() {
  return null;
}
