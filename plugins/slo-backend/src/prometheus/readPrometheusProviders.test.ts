import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { StandInServer } from './__testUtils__/StandInServer';
import { readPrometheusProviders } from './readPrometheusProviders';

const logger = mockServices.logger.mock();

function read(prometheus: unknown) {
  return readPrometheusProviders(
    new ConfigReader({ slo: { prometheus: prometheus as never } }),
    logger,
  );
}

describe('readPrometheusProviders', () => {
  it('reads none where none is configured', () => {
    expect(readPrometheusProviders(new ConfigReader({}), logger)).toEqual([]);
  });

  it('keeps the order, and tells the log no secret', () => {
    const providers = read([
      { name: 'b', url: 'http://b:9090', headers: { 'X-Key': 's3cret' } },
      { name: 'a', url: 'https://a/prom/', bearerToken: 's3cret' },
    ]);
    expect(providers.map(({ name, type }) => [type, name])).toEqual([
      ['prometheus', 'b'],
      ['prometheus', 'a'],
    ]);
    expect(JSON.stringify(logger.info.mock.calls)).not.toContain('s3cret');
  });

  it.each([
    [
      { bearerToken: 't0ken', headers: { 'X-Scope-OrgID': 'team' } },
      { authorization: 'Bearer t0ken', 'x-scope-orgid': 'team' },
    ],
    [
      { basicAuth: { username: 'me', password: 'pw' } },
      { authorization: 'Basic bWU6cHc=' },
    ],
  ])('sends the credentials of %j', async (credentials, expected) => {
    const server = await StandInServer.start(() => ({ status: 500, body: '' }));
    try {
      const [provider] = read([
        { name: 'm', url: server.url, timeout: '5s', ...credentials },
      ]);
      const indicator = {
        form: 'slices' as const,
        query: 'up',
        op: 'gte' as const,
        value: 1,
        inferred: false,
        warnings: [],
      };
      const { signal } = new AbortController();
      await provider
        .tileSeconds({ subjects: [{ key: 'k', indicator }], signal })
        .catch(() => undefined);
      expect(server.requests[0].headers).toMatchObject(expected);
      expect(server.requests[0].form.get('timeout')).toBe('5');
    } finally {
      await server.stop();
    }
  });

  const main = { name: 'main', url: 'http://main:9090' };
  it.each([
    [
      [main, main],
      "Expected each name in 'slo.prometheus' once, got 'main' again at 'slo.prometheus[1].name'",
    ],
    [
      [{ ...main, url: 'main:9090' }],
      "Expected an http or https URL at 'slo.prometheus[0].url', got the protocol 'main:'",
    ],
    [
      [{ ...main, url: '/prometheus' }],
      "Expected an http or https URL at 'slo.prometheus[0].url', got no URL",
    ],
    [
      [{ ...main, url: 'http://me:s3cret@main' }],
      "Expected a URL without credentials at 'slo.prometheus[0].url'; they belong to 'slo.prometheus[0].basicAuth'",
    ],
    [
      [{ ...main, url: 'http://main/?tenant=a' }],
      "Expected a base URL at 'slo.prometheus[0].url', got one with a query or fragment",
    ],
    [
      [
        {
          ...main,
          bearerToken: 't',
          basicAuth: { username: 'u', password: 'p' },
        },
      ],
      "Expected one of 'slo.prometheus[0].bearerToken' and 'slo.prometheus[0].basicAuth', got both",
    ],
    [
      [{ ...main, headers: { 'X-Key': 's3\ncret' } }],
      "Expected a valid HTTP header at 'slo.prometheus[0].headers', got characters in 'X-Key' or its value that none may have",
    ],
    [
      [{ ...main, timeout: { minutes: 3 } }],
      "Expected a duration up to 2 minutes at 'slo.prometheus[0].timeout', got 180 s",
    ],
    [
      [{ url: 'http://main' }],
      "Missing required config value at 'slo.prometheus[0].name'",
    ],
    [
      [{ name: 'main' }],
      "Missing required config value at 'slo.prometheus[0].url'",
    ],
  ])('refuses %j', (prometheus, message) => {
    let text = '';
    try {
      read(prometheus);
    } catch (error) {
      text = String(error);
    }
    expect(text).toContain(message);
    expect(text).not.toContain('s3cret');
    expect(text).not.toContain('cret');
  });
});
