import type { Knex } from 'knex';
import { PolicyChangeStore } from '../../plugins/slo-backend/src/policy/PolicyChangeStore';
import { SeriesStore } from '../../plugins/slo-backend/src/slos/SeriesStore';
import type { Slo } from '../../plugins/slo-backend/src/slos/Slo';
import { SloStore } from '../../plugins/slo-backend/src/slos/SloStore';
import { StatusRefresher } from '../../plugins/slo-backend/src/status/StatusRefresher';
import { StatusStore } from '../../plugins/slo-backend/src/status/StatusStore';
import {
  BaseTile,
  DayArchive,
} from '../../plugins/slo-backend/src/tiles/DayArchive';
import { TileRecorder } from '../../plugins/slo-backend/src/tiles/TileRecorder';
import { TileStore } from '../../plugins/slo-backend/src/tiles/TileStore';
import { TileWriter } from '../../plugins/slo-backend/src/tiles/TileWriter';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;

/**
 * Records minutes of an SLO through the plugin's own recorder, as if a source had been asked for them: first all but
 * the last hour at once, then minute by minute.
 *
 * @param options - `failures`: factor for those of every tile. Instants are seconds since the epoch.
 */
export async function recordHistory(options: {
  knex: Knex;
  slo: Slo;
  from: number;
  to: number;
  failures: number;
}): Promise<void> {
  const { knex, slo, from, to, failures } = options;
  const recorder = createRecorder(knex);
  const record = async (tiles: BaseTile[]) => {
    await recorder.record({
      sloId: slo.id,
      generation: slo.generation,
      now: to,
      prepare: series => ({
        tiles,
        series: {
          ...series,
          tileSeconds: MINUTE,
          askedTo: tiles.at(-1)!.start + MINUTE,
          loadedFrom: from,
          sourceFrom: from,
        },
      }),
    });
  };
  await record(tilesBetween({ from, to: to - HOUR, incident: to, failures }));
  for (let start = to - HOUR; start < to; start += MINUTE) {
    await record(
      tilesBetween({ from: start, to: start + MINUTE, incident: to, failures }),
    );
  }
}

/** A few failures in every minute, and two bad hours twelve days before `incident`. */
function tilesBetween(options: {
  from: number;
  to: number;
  incident: number;
  failures: number;
}): BaseTile[] {
  const { from, to, incident, failures } = options;
  return Array.from({ length: (to - from) / MINUTE }, (_, index) => {
    const start = from + index * MINUTE;
    const total = 1_200 + (Math.floor(start / MINUTE) % 60);
    const sinceIncident = start - (incident - 12 * DAY);
    const isIncident = sinceIncident >= 0 && sinceIncident < 2 * HOUR;
    return { start, total, good: total - failures * (isIncident ? 360 : 3) };
  });
}

function createRecorder(knex: Knex): TileRecorder {
  const tiles = new TileStore();
  const slos = new SloStore();
  const series = new SeriesStore();
  return new TileRecorder({
    knex,
    slos,
    series,
    writer: new TileWriter(tiles),
    archive: new DayArchive(),
    refresher: new StatusRefresher({
      tiles,
      slos,
      series,
      statuses: new StatusStore(),
      policyChanges: new PolicyChangeStore(),
      defaultPolicy: [],
    }),
  });
}
