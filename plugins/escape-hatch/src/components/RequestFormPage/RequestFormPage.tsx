/** Its place in the routes. */
export function RequestFormPage() {
  return null;
}
