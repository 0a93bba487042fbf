import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type {
  DoraEvent,
  DoraSink,
} from '@golden-path/backstage-plugin-dora-node';
import { RegisterSource } from './RegisterSource';

const SHA = '2300335b51a8a6bd9e1f8a4bb3d0a2c9d6f0e114';

/** Keeps what a source delivers, as the log does: by id and revision, with the cursor of the last batch. */
class RecordingSink implements DoraSink {
  readonly events: DoraEvent[] = [];
  readonly warnings: string[] = [];
  readonly reports: { done: number; total: number }[] = [];
  #cursor: unknown;

  async record(batch: { events: DoraEvent[]; cursor?: unknown }) {
    this.events.push(...batch.events);
    this.#cursor = batch.cursor;
    return { accepted: batch.events.length, duplicates: 0 };
  }

  async cursor() {
    return this.#cursor;
  }

  async progress(report: { done: number; total: number }) {
    this.reports.push(report);
  }

  async warn(message: string) {
    this.warnings.push(message);
  }
}

const entry = {
  service: 'checkout',
  environment: 'production',
  finishedAt: '2026-11-20T10:00:00Z',
};

describe('the source of the documentation', () => {
  const asked: string[] = [];
  let pages: Record<string, object>;
  let status = 200;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const after =
      new URL(request.url ?? '', 'http://register').searchParams.get('after') ??
      '';
    response.statusCode = status;
    response.end(JSON.stringify({ rollouts: pages[after] ?? [], newest: 4 }));
  });
  let source: RegisterSource;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    source = new RegisterSource({ url: `http://127.0.0.1:${port}` });
  });

  beforeEach(() => {
    asked.length = 0;
    status = 200;
    pages = {
      0: [
        {
          ...entry,
          change: 1,
          id: 'r1',
          version: 'v1',
          commit: SHA,
          state: 'done',
        },
        { ...entry, change: 2, id: 'r2', version: 'v2', state: 'failed' },
      ],
      2: [
        {
          ...entry,
          change: 3,
          id: 'r3',
          version: 'v3',
          state: 'done',
          finishedAt: null,
        },
        { ...entry, change: 4, id: 'r2', version: 'v2', state: 'withdrawn' },
      ],
    };
  });

  afterAll(() => {
    server.close();
  });

  const collect = (sink: DoraSink) =>
    source.collect({ sink, signal: new AbortController().signal });

  it('delivers all pages, and goes on at the last one', async () => {
    const sink = new RecordingSink();
    await collect(sink);
    expect(asked).toEqual([
      '/rollouts?after=0',
      '/rollouts?after=2',
      '/rollouts?after=4',
    ]);
    expect(sink.events).toEqual([
      expect.objectContaining({
        type: 'deployment',
        id: 'r1',
        revision: 1,
        service: { by: 'name', value: 'checkout' },
        sha: SHA,
        outcome: 'success',
        retracted: false,
      }),
      expect.objectContaining({ id: 'r2', revision: 2, outcome: 'failure' }),
      expect.objectContaining({ id: 'r2', revision: 4, retracted: true }),
    ]);
    expect(sink.reports).toEqual([
      { done: 2, total: 4 },
      { done: 4, total: 4 },
    ]);

    asked.length = 0;
    await collect(sink);
    expect(asked).toEqual(['/rollouts?after=4']);
    expect(sink.events).toHaveLength(3);
  });

  it('says what it leaves out', async () => {
    const sink = new RecordingSink();
    await collect(sink);
    expect(sink.warnings).toEqual([
      "Rollout 'r3' of the release register has no end and is left out.",
    ]);
  });

  it('fails as a whole when the register cannot be asked', async () => {
    status = 503;
    const sink = new RecordingSink();
    await expect(collect(sink)).rejects.toThrow(
      'The release register answered 503, expected 200',
    );
    expect(await sink.cursor()).toBeUndefined();
  });
});
