import { startSloHost } from '../__testUtils__/startSloHost';
import { portalSliFeatures } from './portalSliFeatures';

jest.setTimeout(120_000);

describe('portalSliFeatures', () => {
  it('measure the portal every minute, as a plugin', async () => {
    const host = await startSloHost({
      components: ['developer-portal'],
      features: [portalSliFeatures],
      slo: {
        pushers: [
          {
            subject: 'plugin:portal-sli',
            entities: ['component:default/developer-portal'],
          },
        ],
      },
    });
    const read = async () => {
      const { slos } = await host.api.getEntityBudget(
        'component:default/developer-portal',
      );
      return slos[0];
    };
    try {
      // This reading is a request itself.
      await read();
      const pushed = Math.ceil(Date.now() / 60_000) * 60_000 + 3_000;
      await new Promise(resolve => setTimeout(resolve, pushed - Date.now()));

      const { total, good, data } = await read();
      expect({ good, total }).toEqual({ good: 1, total: 1 });
      expect(data).toMatchObject({
        coverage: 1,
        source: { type: 'push', name: 'plugin:portal-sli' },
      });
    } finally {
      await host.stop();
    }
  });
});
