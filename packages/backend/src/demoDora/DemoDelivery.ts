/** How a demo's delivery history was made; decided once, when the demo first starts. */
export interface DemoDelivery {
  /** RFC 3339. */
  startedAt: string;
  /** By how many weeks the recorded history was moved forward. */
  weeksForward: number;
  /** SHAs of what `api-service` deployed, by the names that {@link apiServiceHistory} gives them. */
  apiServiceVersions: Record<string, string>;
}
