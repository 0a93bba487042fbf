import { resolve } from 'node:path';
import { demoIncidents } from './demoIncidents';
import { readHistory } from './readHistory';

const records = resolve(__dirname, '../../../../examples/delivery');
const DAY = 86_400;

describe('demoIncidents', () => {
  it('follow deployments of their service', async () => {
    const history = await readHistory(records);
    const incidents = demoIncidents(history);

    expect(incidents).toHaveLength(12);
    expect(new Set(incidents.map(({ id }) => id)).size).toBe(12);
    for (const { service, openedAt, resolvedAt, version } of incidents) {
      const before = history.deployments.filter(
        deployment =>
          deployment.environment === 'production' &&
          deployment.service === service &&
          deployment.committedAt < openedAt &&
          deployment.committedAt > openedAt - DAY,
      );
      const versions = before.map(({ imageTag }) => imageTag);
      expect(versions).toContain(version ?? versions[0]);
      expect(versions).not.toEqual([]);
      expect(resolvedAt ?? Infinity).toBeGreaterThan(openedAt);
    }
    expect(
      incidents.filter(({ resolvedAt }) => resolvedAt === undefined),
    ).toHaveLength(1);
    expect(incidents.filter(({ version }) => version)).toHaveLength(4);
  });

  it('are the same for the same history', async () => {
    expect(demoIncidents(await readHistory(records))).toEqual(
      demoIncidents(await readHistory(records)),
    );
  });
});
