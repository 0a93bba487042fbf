/** A path of OpenAPI's form, `/slos/{id}`, in that of express: `/slos/:id`. */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
