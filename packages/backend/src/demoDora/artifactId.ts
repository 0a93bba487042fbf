/** A package URL of a service's image, as pipelines name what they deploy. */
export function artifactId(service: string, version: string): string {
  return `pkg:docker/${service}@${version}`;
}
