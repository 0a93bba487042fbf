import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import { startSloHost } from '../__testUtils__/startSloHost';
import { countingRootHttpRouter } from './countingRootHttpRouter';
import { PortalSli } from './PortalSli';
import { RequestMeter } from './RequestMeter';

jest.setTimeout(60_000);

const ENTITY = 'component:default/developer-portal';

/** Answers every path with the status that it names. */
const echo = createBackendPlugin({
  pluginId: 'echo',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        httpRouter.use(
          express
            .Router()
            .get('/:status', (req, res) =>
              res.status(Number(req.params.status)).end(),
            ),
        );
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});

describe('PortalSli', () => {
  const meter = new RequestMeter();
  let host: Awaited<ReturnType<typeof startSloHost>>;
  /** The end of a minute that is over. */
  const end = Math.floor(Date.now() / 60_000) * 60_000 - 600_000;
  const minute = (index: number) => new Date(end + index * 60_000);

  beforeAll(async () => {
    host = await startSloHost({
      components: ['developer-portal'],
      features: [countingRootHttpRouter(meter), echo],
    });
    // The first one makes the plugin read the document.
    await host.api.getEntityBudget(ENTITY);
  });
  afterAll(() => host.stop());
  beforeEach(() => meter.collect());

  const ask = async (...paths: string[]) => {
    for (const path of paths) {
      await fetch(host.url + path);
    }
  };
  const measured = async () => {
    const { slos } = await host.api.getEntityBudget(ENTITY);
    const [{ good, total, data }] = slos;
    await meter.collect();
    return { good, total, watermark: data.watermark, demo: data.source.demo };
  };
  const instant = (date: Date) => date.toISOString().replace('.000', '');

  it('counts what passes the root router', async () => {
    await ask('/api/echo/200', '/api/echo/404', '/api/echo/503');
    await ask(
      '/api/echo/500',
      '/api/nothing',
      '/.backstage/health/v1/liveness',
    );
    const counted = await meter.collect();
    expect(
      counted
        .map(({ status, buckets }) => [
          status,
          buckets.reduce((sum, requests) => sum + requests, 0),
        ])
        .sort(),
    ).toEqual([
      [200, 1],
      [404, 2],
      [500, 1],
      [503, 1],
    ]);
    expect(await meter.collect()).toEqual([]);
  });

  it('pushes each minute once it is over, and 5xx as bad', async () => {
    const logger = mockServices.logger.mock();
    const sli = new PortalSli({
      api: host.api,
      entityRef: ENTITY,
      logger,
      meter,
      now: minute(0),
    });
    await ask('/api/echo/200', '/api/echo/200', '/api/echo/404');
    await ask('/api/echo/500');
    await sli.run(new Date(end + 59_999));
    expect(await host.api.getEntityBudget(ENTITY)).toMatchObject({
      slos: [{ data: { watermark: null } }],
    });
    await meter.collect();

    await ask('/api/echo/200', '/api/echo/200', '/api/echo/404');
    await ask('/api/echo/500');
    await sli.run(minute(1));
    expect(await measured()).toEqual({
      good: 3,
      total: 4,
      watermark: instant(minute(1)),
      demo: undefined,
    });

    // A minute without a request is measured, too
    await sli.run(minute(2));
    expect(await measured()).toMatchObject({
      good: 3,
      total: 4,
      watermark: instant(minute(2)),
    });

    // Nobody knows in which of these minutes the request came: a gap
    await ask('/api/echo/200');
    await sli.run(minute(4));
    await ask('/api/echo/200');
    await sli.run(minute(5));
    expect(await measured()).toMatchObject({
      good: 4,
      total: 5,
      watermark: instant(minute(5)),
    });
    const { slos } = await host.api.getEntityBudget(ENTITY);
    expect(slos[0].data.gaps).toEqual([
      { from: instant(minute(2)), to: instant(minute(4)) },
    ]);
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('keeps what cannot be pushed for the next minute', async () => {
    const logger = mockServices.logger.mock();
    let isDown = true;
    const sli = new PortalSli({
      api: {
        getEntityBudget: ref => host.api.getEntityBudget(ref),
        async pushSamples(id, samples) {
          if (isDown) {
            throw new TypeError('fetch failed');
          }
          return host.api.pushSamples(id, samples);
        },
      },
      entityRef: ENTITY,
      logger,
      meter,
      now: minute(5),
    });
    const before = await measured();
    await ask('/api/echo/200');
    await sli.run(minute(6));
    await meter.collect();
    await sli.run(minute(7));
    isDown = false;
    await meter.collect();
    await sli.run(minute(8));
    expect(await measured()).toMatchObject({
      total: before.total + 1,
      watermark: instant(minute(8)),
    });
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith(
      `Requests counted for ${ENTITY} are kept for now: availability: fetch failed`,
    );
  });
});
