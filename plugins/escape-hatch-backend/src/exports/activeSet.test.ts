import { TestDatabases } from '@backstage/backend-test-utils';
import { generateKeyPairSync } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import {
  actor,
  HatchesUnderTest,
  ML_WORKLOAD,
} from '../requests/__testUtils__/HatchesUnderTest';
import type { EscapeHatchSettings } from '../settings';
import { missingCommands, PolicyEngines } from './__testUtils__/PolicyEngines';
import { ActiveHatchStore } from './ActiveHatchStore';
import { ActiveSet } from './ActiveSet';
import { Bundles } from './Bundles';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('the active set on %p', id => {
  let hatches: HatchesUnderTest;
  let active: ActiveSet;

  beforeEach(async () => {
    hatches = await HatchesUnderTest.create(await databases.init(id));
    active = another();
  });

  /** As a further replica has it. */
  function another(): ActiveSet {
    const { knex, settings, clock } = hatches;
    const store = new ActiveHatchStore({ knex, settings });
    return new ActiveSet({ knex, store, clock, settings });
  }

  const numbers = async () =>
    (await active.now()).hatches.map(({ number }) => number).sort();

  it('holds what is approved, from its begin to its end', async () => {
    await hatches.request({ submit: true, rules: ['probes'] });
    await hatches.approved({ startsAt: '2026-12-01', expiresAt: '2026-12-31' });
    expect(await numbers()).toEqual([]);

    hatches.time = Date.parse('2026-12-01T00:00:00Z');
    expect(await numbers()).toEqual([2]);
    hatches.time = Date.parse('2027-01-01T00:00:00Z') - 1;
    expect(await numbers()).toEqual([2]);
    hatches.wait({ minutes: 1 });
    expect(await numbers()).toEqual([]);
  });

  it('drops what is revoked at once', async () => {
    const hatch = await hatches.approved();
    expect(await numbers()).toEqual([1]);
    await hatches.service.revoke({
      id: hatch.id,
      expectedVersion: hatch.version,
      comment: 'No longer needed.',
      actor: actor('ml-lead'),
    });
    expect(await numbers()).toEqual([]);
  });

  it('drops what a new owner has not confirmed in 14 days, until it is', async () => {
    const hatch = await hatches.approved();
    const moved = await hatches.service.ownerChanged({
      id: hatch.id,
      expectedVersion: hatch.version,
      owners: ['group:default/publishing-team'],
    });
    hatches.catalog.organisation.components['special-ml-workload'].owner =
      'publishing-team';
    hatches.wait({ days: 14, minutes: -1 });
    expect(await numbers()).toEqual([1]);
    hatches.wait({ minutes: 1 });
    expect(await numbers()).toEqual([]);

    await hatches.service.confirmOwner({
      id: hatch.id,
      expectedVersion: moved.version,
      actor: actor('publishing-lead'),
    });
    expect(await numbers()).toEqual([1]);
  });

  it('lets nothing come alive when the clock is set back', async () => {
    await hatches.approved({ expiresAt: '2026-11-30' });
    hatches.time = Date.parse('2026-12-01T00:00:00Z');
    await hatches.clock.sync();
    hatches.wait({ days: -2 });
    expect(await numbers()).toEqual([]);
    await hatches.restart();
    active = another();
    expect(await numbers()).toEqual([]);
  });

  it('is an error, not empty, when the database cannot be asked', async () => {
    await hatches.approved();
    await active.now();
    await hatches.knex.schema.renameTable('escape_hatch_heads', 'gone');
    // An error of SQLite's driver, made in another realm, is none to `toThrow`.
    await expect(active.now()).rejects.toMatchObject({
      message: expect.stringContaining('escape_hatch_heads'),
    });
  });

  it('is leased until the end of the running six hours and three days', async () => {
    hatches.time = Date.parse('2026-11-24T12:00:00Z');
    const until = async () => (await active.now()).validUntil;
    expect(await until()).toBe(Date.parse('2026-11-27T18:00:00Z'));
    hatches.wait({ minutes: 359 });
    expect(await until()).toBe(Date.parse('2026-11-27T18:00:00Z'));
    hatches.wait({ minutes: 1 });
    expect(await until()).toBe(Date.parse('2026-11-28T00:00:00Z'));
  });

  describe('in bundles', () => {
    const bundles = (
      set: ActiveSet,
      signing?: EscapeHatchSettings['signing'],
    ) =>
      new Bundles({ active: set, settings: { ...hatches.settings, signing } });

    it('are the same bytes on every replica, and others after a transition', async () => {
      await hatches.approved();
      const options = { filter: {}, signed: false };
      const one = await bundles(active).get(options);
      hatches.wait({ minutes: 3 });
      const other = await bundles(another()).get(options);
      expect(other.content.equals(one.content)).toBe(true);
      expect(other.etag).toBe(one.etag);

      await hatches.approved({ rules: ['probes'] });
      const changed = await bundles(active).get(options);
      expect(changed.etag).not.toBe(one.etag);
    });

    it('carry the data that policies read', async () => {
      const hatch = await hatches.approved({
        target: { namespace: 'ml-gpu', environments: ['production'] },
      });
      const { content } = await bundles(active).get({
        filter: { environment: 'production' },
        signed: false,
      });
      const tar = gunzipSync(content).toString('utf8');
      const data = JSON.parse(/\{"escape_hatches".*\}/.exec(tar)![0]);
      expect(data).toEqual({
        escape_hatches: {
          valid_until: '2026-11-27T18:00:00Z',
          by_entity: {
            [ML_WORKLOAD]: {
              'privileged-container': [
                {
                  id: hatch.id,
                  environments: ['production'],
                  not_before: '2026-11-24T12:00:00Z',
                  not_after: '2027-02-01T00:00:00Z',
                  target: { namespace: 'ml-gpu' },
                },
              ],
            },
          },
        },
      });
      const elsewhere = await bundles(active).get({
        filter: { environment: 'staging' },
        signed: false,
      });
      expect(gunzipSync(elsewhere.content).toString('utf8')).toContain(
        '"by_entity":{}',
      );
    });

    const withOpa =
      missingCommands('opa').length === 0 ? describe : describe.skip;

    withOpa('signed', () => {
      let engines: PolicyEngines;
      beforeEach(async () => {
        engines = await PolicyEngines.create();
      });
      afterEach(() => engines.remove());

      const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
      const ec = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

      it.each([
        ['RS256', rsa(), rsa()],
        ['ES256', ec(), ec()],
      ])(
        'are taken by OPA with %s, and refused with another key',
        async (algorithm, own, foreign) => {
          await hatches.approved({ target: { namespace: 'ml-gpu' } });
          const signing = {
            keyId: 'portal',
            algorithm,
            privateKey: `${own.privateKey.export({
              type: 'pkcs8',
              format: 'pem',
            })}`,
          };
          const { content } = await bundles(active, signing).get({
            filter: {},
            signed: true,
          });
          const verify = ({ publicKey }: typeof own) =>
            engines.verifySignature({
              bundle: content,
              algorithm,
              publicKey: `${publicKey.export({ type: 'spki', format: 'pem' })}`,
            });
          await verify(own);
          await expect(verify(foreign)).rejects.toThrow(/verif/i);
        },
      );
    });
  });
});
