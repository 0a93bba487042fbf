import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { PrometheusClient } from './client/PrometheusClient';
import { PrometheusSliProvider } from './PrometheusSliProvider';

const KEY = 'slo.prometheus';

/**
 * The Prometheus servers of `slo.prometheus`, in their order.
 *
 * @throws InputError where the configuration makes no sense; it names the key, never a secret.
 */
export function readPrometheusProviders(
  config: Config,
  logger: LoggerService,
): PrometheusSliProvider[] {
  const names = new Set<string>();
  const servers = config.getOptionalConfigArray(KEY) ?? [];
  return servers.map((server, index) => {
    const key = `${KEY}[${index}]`;
    const name = server.getString('name');
    if (names.has(name)) {
      throw new InputError(
        `Expected each name in '${KEY}' once, got '${name}' again at '${key}.name'`,
      );
    }
    names.add(name);
    const url = readUrl(server, key);
    logger.info(`SLIs may be measured by Prometheus '${name}' at ${url}`);
    return new PrometheusSliProvider(
      new PrometheusClient({
        name,
        url,
        headers: readHeaders(server, key),
        timeoutMilliseconds: readTimeout(server, key),
      }),
    );
  });
}

function readUrl(server: Config, key: string): string {
  const text = server.getString('url');
  const url = URL.parse(text);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new InputError(
      `Expected an http or https URL at '${key}.url', got ${
        url ? `the protocol '${url.protocol}'` : 'no URL'
      }`,
    );
  }
  if (url.username || url.password) {
    throw new InputError(
      `Expected a URL without credentials at '${key}.url'; they belong to '${key}.basicAuth'`,
    );
  }
  if (url.search || url.hash) {
    throw new InputError(
      `Expected a base URL at '${key}.url', got one with a query or fragment`,
    );
  }
  return url.href;
}

function readHeaders(server: Config, key: string): Record<string, string> {
  const configured = server.getOptionalConfig('headers');
  const token = server.getOptionalString('bearerToken');
  const basic = server.getOptionalConfig('basicAuth');
  if (token && basic) {
    throw new InputError(
      `Expected one of '${key}.bearerToken' and '${key}.basicAuth', got both`,
    );
  }
  const headers = new Headers();
  for (const name of configured?.keys() ?? []) {
    setHeader(headers, name, configured!.getString(name), `${key}.headers`);
  }
  if (token) {
    const value = `Bearer ${token}`;
    setHeader(headers, 'Authorization', value, `${key}.bearerToken`);
  }
  if (basic) {
    const pair = [basic.getString('username'), basic.getString('password')];
    const encoded = Buffer.from(pair.join(':')).toString('base64');
    headers.set('Authorization', `Basic ${encoded}`);
  }
  return Object.fromEntries(headers);
}

/** The platform's own message would show the value. */
function setHeader(headers: Headers, name: string, value: string, key: string) {
  try {
    headers.set(name, value);
  } catch {
    throw new InputError(
      `Expected a valid HTTP header at '${key}', got characters in '${name}' or its value that none may have`,
    );
  }
}

function readTimeout(server: Config, key: string): number | undefined {
  if (!server.has('timeout')) {
    return undefined;
  }
  const timeout = durationToMilliseconds(
    readDurationFromConfig(server, { key: 'timeout' }),
  );
  if (!(timeout > 0 && timeout <= 120_000)) {
    throw new InputError(
      `Expected a duration up to 2 minutes at '${key}.timeout', got ${
        timeout / 1000
      } s`,
    );
  }
  return timeout;
}
