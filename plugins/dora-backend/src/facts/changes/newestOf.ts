import type { DoraEvent } from '@golden-path/backstage-plugin-dora-node';
import type { LoggedEvent } from '../log/EventLog';

/** What holds, the same whatever the order: the highest revision, then the source and id that come last. */
export function newestOf<T extends DoraEvent>(
  events: LoggedEvent<T>[],
): LoggedEvent<T> | undefined {
  const keyOf = ({ source, event }: LoggedEvent<T>) =>
    JSON.stringify([source, event.id]);
  return events.reduce<LoggedEvent<T> | undefined>((best, one) => {
    const isNewer =
      !best ||
      one.revision > best.revision ||
      (one.revision === best.revision && keyOf(one) > keyOf(best));
    return isNewer ? one : best;
  }, undefined);
}
