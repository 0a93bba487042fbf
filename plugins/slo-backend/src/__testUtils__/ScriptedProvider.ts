import type {
  MeasuredTile,
  MeasureRequest,
  MeasureResult,
  SliProvider,
  SliSubject,
} from '@golden-path/backstage-plugin-slo-node';

/** A source whose measurements a test makes up and may change while it is asked. */
export class ScriptedProvider implements SliProvider {
  readonly type = 'scripted';
  readonly name = 'main';
  /** Width that tiles should have. */
  width = 60;
  /** From when on there are data, in seconds since the epoch. */
  since: number;
  /** What it measured in a tile; undefined for nothing. */
  tile: (at: {
    start: number;
    seconds: number;
  }) => Omit<MeasuredTile, 'start'> | undefined;

  constructor(options: Pick<ScriptedProvider, 'since' | 'tile'>) {
    this.since = options.since;
    this.tile = options.tile;
  }

  async measure(request: MeasureRequest): Promise<MeasureResult[]> {
    const { subjects, tileSeconds: seconds, from, to } = request;
    const tiles: MeasuredTile[] = [];
    for (let start = from; start < to; start += seconds) {
      const measured = start >= this.since && this.tile({ start, seconds });
      if (measured) {
        tiles.push({ start, ...measured });
      }
    }
    return subjects.map(({ key }) => ({ key, tiles, warnings: [] }));
  }

  async oldest(request: { subjects: SliSubject[]; from: number }) {
    const from = Math.max(this.since, request.from);
    return new Map(request.subjects.map(({ key }) => [key, from]));
  }

  async tileSeconds({ subjects }: { subjects: SliSubject[] }) {
    return new Map(subjects.map(({ key }) => [key, this.width]));
  }
}
