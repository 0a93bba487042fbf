/** Key of an environment of a service in maps. */
export function laneKey(entityRef: string, environment: string): string {
  return JSON.stringify([entityRef, environment]);
}
