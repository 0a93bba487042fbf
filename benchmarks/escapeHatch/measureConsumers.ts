import { Durations } from '../support/Durations';
import type { Figure } from '../support/Figure';
import { range } from '../support/range';
import { SERVICES, serviceRef } from './portal';
import { ServiceCaller } from './ServiceCaller';
import type { EscapeHatchBackend } from './startEscapeHatchBackend';

const WARM_UP = 20;
const CALLS = 300;
const BUNDLE = '/bundles/escape-hatches.tar.gz';

/** What gates and agents ask for. */
export async function* measureConsumers(
  backend: EscapeHatchBackend,
): AsyncGenerator<Figure> {
  const caller = new ServiceCaller(backend.url);
  yield await measure({
    name: 'evaluate, p95',
    limit: 10,
    expected: 200,
    call: index =>
      caller.call({
        path: '/evaluate',
        body: {
          entityRef: serviceRef(index % SERVICES),
          rules: ['privileged-container', 'probes', 'read-only-root'],
          target: { namespace: `namespace-${index % SERVICES}` },
        },
      }),
  });

  const first = await caller.call({ path: BUNDLE });
  const etag = first.headers.etag ?? '';
  yield {
    name: 'first bundle of an active set',
    measured: first.milliseconds,
    unit: 'ms',
    detail: `${(first.content.length / 1_000).toFixed(0)} kB`,
  };
  yield await measure({
    name: 'bundle, p95',
    limit: 20,
    expected: 200,
    call: () => caller.call({ path: BUNDLE }),
  });
  yield await measure({
    name: 'bundle that has not changed (304), p95',
    limit: 5,
    expected: 304,
    call: () =>
      caller.call({ path: BUNDLE, headers: { 'if-none-match': etag } }),
  });
}

async function measure(options: {
  name: string;
  limit: number;
  expected: number;
  call: (index: number) => ReturnType<ServiceCaller['call']>;
}): Promise<Figure> {
  const { name, limit, expected, call } = options;
  const times: number[] = [];
  for (const index of range(WARM_UP + CALLS)) {
    const { status, milliseconds, content } = await call(index);
    if (status !== expected) {
      throw new Error(
        `Expected ${expected} of ${name}, got ${status} ${content}`,
      );
    }
    times.push(milliseconds);
  }
  const durations = new Durations(times.slice(WARM_UP));
  return {
    name,
    measured: durations.percentile(0.95),
    unit: 'ms',
    limit,
    atMost: true,
    detail: durations.describe(),
  };
}
