/** A rollout that may have been the first to bring positions into an environment. */
export interface Reach {
  environment: string;
  finishedAt: number;
  sequence: number;
  id: string;
  position: number | null;
  highWater: number | null;
  flags: string[];
}

/**
 * When each environment before production first had a position. What the first known rollout of an environment
 * brought may have been there long before: only its own commit is dated by it.
 */
export function arrivalsOf(reaches: Reach[]): (position: number) => number[] {
  const lanes = new Map<string, Reach[]>();
  for (const reach of reaches) {
    if (reach.highWater !== null) {
      const lane = lanes.get(reach.environment) ?? [];
      if (lane.length === 0 || lane.at(-1)!.highWater! < reach.highWater) {
        lane.push(reach);
      }
      lanes.set(reach.environment, lane);
    }
  }
  return position =>
    [...lanes.values()].flatMap(lane => {
      const first = lane[firstReaching(lane, position)];
      return first &&
        (!first.flags.includes('baseline') || first.position === position)
        ? [first.finishedAt]
        : [];
    });
}

/** Index of the first rollout that has the position; the high waters ascend. */
function firstReaching(lane: Reach[], position: number): number {
  let low = 0;
  let high = lane.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (lane[middle].highWater! >= position) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
