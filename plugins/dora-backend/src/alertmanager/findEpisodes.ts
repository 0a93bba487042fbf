import type { Alert } from './Alert';

/** A time during which at least one alert of a group fired. */
export interface Episode {
  startsAt: number;
  /** Null while an alert fires. */
  endsAt: number | null;
  /** Oldest first. */
  alerts: Alert[];
}

/** When a group fired: alerts of a group that touch in time are one incident, one after a pause is the next. */
export function findEpisodes(alerts: Alert[]): Episode[] {
  const sorted = [...alerts].sort(
    (a, b) =>
      a.startsAt - b.startsAt || (a.fingerprint < b.fingerprint ? -1 : 1),
  );
  const episodes: Episode[] = [];
  for (const alert of sorted) {
    const last = episodes.at(-1);
    if (last && (last.endsAt === null || alert.startsAt <= last.endsAt)) {
      last.alerts.push(alert);
      last.endsAt =
        last.endsAt === null || alert.endsAt === null
          ? null
          : Math.max(last.endsAt, alert.endsAt);
    } else {
      const { startsAt, endsAt } = alert;
      episodes.push({ startsAt, endsAt, alerts: [alert] });
    }
  }
  return episodes;
}
