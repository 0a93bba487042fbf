import type { SliSubject } from '@golden-path/backstage-plugin-slo-node';
import { StandInServer } from './__testUtils__/StandInServer';
import { PrometheusClient } from './client/PrometheusClient';
import { PrometheusSliProvider } from './PrometheusSliProvider';

const HOUR = 3_600;
const TO = Date.UTC(2025, 5, 10) / 1_000;
const signal = new AbortController().signal;

const subjectOf = (key: string): SliSubject => ({
  key,
  indicator: {
    ...{ form: 'slices', op: 'lte', value: 1, inferred: true, warnings: [] },
    query: key,
    selector: key,
  },
});

/** Refuses whatever names `huge`; of all else there are a hundred scrapes, since TO only. */
function refusesHuge({ form }: { form: URLSearchParams }) {
  const query = form.get('query')!;
  if (query.includes('huge')) {
    const error = { status: 'error', errorType: 'execution' };
    const body = { ...error, error: 'query processing would load too many' };
    return { status: 422, body: JSON.stringify(body) };
  }
  const end = Number(form.get('end'));
  const [, label] = /"([^"]+:[^"]+)"/.exec(query) ?? [];
  const values = end >= TO ? [[end, '100']] : [];
  const result = label && [{ metric: { golden_path_key: label }, values }];
  const data = result
    ? { resultType: 'matrix', result }
    : { resultType: 'vector', result: [] };
  return { body: JSON.stringify({ status: 'success', data }) };
}

describe('PrometheusSliProvider and one query that is refused', () => {
  let server: StandInServer;
  let provider: PrometheusSliProvider;

  beforeAll(async () => {
    server = await StandInServer.start(refusesHuge);
    provider = new PrometheusSliProvider(
      new PrometheusClient({ name: 'main', url: server.url }),
    );
  });
  afterAll(() => server.stop());

  it('finds the width of the other’s tiles', async () => {
    await expect(
      provider.tileSeconds({
        subjects: [subjectOf('huge'), subjectOf('small')],
        signal,
      }),
    ).resolves.toEqual(
      new Map([
        ['huge', 300],
        ['small', 60],
      ]),
    );
  });

  it('takes it to have a full history, for it may be asked in smaller pieces', async () => {
    const from = TO - 90 * 24 * HOUR;
    await expect(
      provider.oldest({
        subjects: [subjectOf('huge'), subjectOf('small')],
        ...{ from, to: TO, signal },
      }),
    ).resolves.toEqual(
      new Map([
        ['huge', from],
        ['small', TO - HOUR],
      ]),
    );
  });
});
