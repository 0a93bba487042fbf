import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import {
  actor,
  HatchesUnderTest,
} from '../requests/__testUtils__/HatchesUnderTest';
import { canonicalJson } from './canonicalJson';

jest.setTimeout(120_000);

const TABLE = 'escape_hatch_audit';

describe('AuditTrail', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let hatches: HatchesUnderTest;
    let knex: Knex;

    /** Six rows: one request is created, submitted and approved, another one created, edited and withdrawn. */
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      hatches = await HatchesUnderTest.create(knex);
      await hatches.approved();
      const { id } = await hatches.request({ rules: ['probes'] });
      const by = { id, actor: actor('ml-engineer') };
      await hatches.service.edit({
        ...by,
        edit: { expectedVersion: 1, mitigations: 'None.' },
      });
      await hatches.service.withdraw({ ...by, expectedVersion: 2 });
    });

    /** What somebody can do who owns the database. */
    async function allowChanges(): Promise<void> {
      if (databaseId === 'SQLITE_3') {
        await knex.raw('drop trigger escape_hatch_audit_no_update');
        await knex.raw('drop trigger escape_hatch_audit_no_delete');
      } else {
        await knex.raw(`drop trigger escape_hatch_audit_no_change on ${TABLE}`);
      }
    }

    const brokenRow = async () => (await hatches.audit.verify()).firstBroken;

    it('is valid as written', async () => {
      const rows = await hatches.audit.list({ limit: 10 });
      expect(await hatches.audit.verify()).toEqual({
        valid: true,
        rows: 6,
        head: rows[5].hash,
      });
      expect(
        rows.map(({ seq, action, from, to, version }) => [
          seq,
          action,
          from,
          to,
          version,
        ]),
      ).toEqual([
        [1, 'create', null, 'draft', 1],
        [2, 'submit', 'draft', 'submitted', 2],
        [3, 'approve', 'submitted', 'approved', 3],
        [4, 'create', null, 'draft', 1],
        [5, 'edit', 'draft', 'draft', 2],
        [6, 'withdraw', 'draft', 'withdrawn', 3],
      ]);
    });

    it('can be checked by whoever has what the API gives', async () => {
      let prevHash = '0'.repeat(64);
      for (const { hash, ...row } of await hatches.audit.list({ limit: 10 })) {
        expect(row.prevHash).toBe(prevHash);
        expect(
          createHash('sha256').update(canonicalJson(row)).digest('hex'),
        ).toBe(hash);
        prevHash = hash;
      }
    });

    it('is valid when it is empty', async () => {
      const empty = await HatchesUnderTest.create(
        await databases.init(databaseId),
      );
      expect(await empty.audit.verify()).toEqual({
        valid: true,
        rows: 0,
        head: '0'.repeat(64),
      });
    });

    it.each([
      ['change', () => knex(TABLE).where('seq', 2).update({ actor: 'x' })],
      ['delete', () => knex(TABLE).where('seq', 6).delete()],
      ['empty', () => knex(TABLE).truncate()],
    ])('is nothing that the database lets anybody %s', async (_, tamper) => {
      // The error of SQLite's driver may be of another file's realm, and is then no error to toThrow.
      await expect(tamper()).rejects.toMatchObject({
        message: expect.stringContaining('takes new rows only'),
      });
      expect((await hatches.audit.verify()).valid).toBe(true);
    });

    describe('that somebody tampered with', () => {
      beforeEach(allowChanges);

      it.each<[string, object]>([
        ['at', { at: 1 }],
        ['request_id', { request_id: 'another' }],
        ['action', { action: 'reject' }],
        ['actor', { actor: 'user:default/outsider' }],
        ['from_status', { from_status: 'draft' }],
        ['to_status', { to_status: 'rejected' }],
        ['version', { version: 9 }],
        ['details', { details: '{}' }],
        ['details that are no JSON', { details: '{' }],
        ['hash', { hash: 'f'.repeat(64) }],
        ['prev_hash', { prev_hash: 'f'.repeat(64) }],
      ])('names the row whose %s was changed', async (_, change) => {
        await knex(TABLE).where('seq', 3).update(change);
        expect(await hatches.audit.verify()).toMatchObject({
          valid: false,
          rows: 6,
          firstBroken: { seq: 3 },
        });
      });

      it('names a row whose details are written otherwise', async () => {
        const { details } = await knex(TABLE).where('seq', 2).first();
        await knex(TABLE)
          .where('seq', 2)
          .update('details', details.replace('{', '{ '));
        expect(await brokenRow()).toMatchObject({ seq: 2 });
      });

      it.each([1, 3, 5])('names row %s, which was deleted', async seq => {
        await knex(TABLE).where('seq', seq).delete();
        expect(await brokenRow()).toEqual({
          seq,
          reason: `Row ${seq} is missing.`,
        });
      });

      it('names the first of the rows that were cut off its end', async () => {
        await knex(TABLE).where('seq', '>', 4).delete();
        expect(await brokenRow()).toEqual({
          seq: 5,
          reason: 'Rows from 5 to 6 are missing.',
        });
      });

      it('names the end, even where that was corrected', async () => {
        await knex(TABLE).where('seq', 6).delete();
        const { hash } = await knex(TABLE).where('seq', 5).first();
        await knex('escape_hatch_heads')
          .where('name', 'audit')
          .update({ value: 5, hash });
        expect(await brokenRow()).toMatchObject({
          seq: 5,
          reason:
            'Request #2 is version 3, withdrawn; the trail ends with version 2, draft.',
        });
      });

      it('misses all rows of a trail that was emptied', async () => {
        await knex(TABLE).delete();
        await knex('escape_hatch_heads')
          .where('name', 'audit')
          .update({ value: 0, hash: '0'.repeat(64) });
        expect(await brokenRow()).toMatchObject({
          seq: 1,
          reason: 'Request #1 has no row in the trail.',
        });
      });

      it('names the first of two rows that changed places', async () => {
        await knex(TABLE).where('seq', 2).update('seq', 99);
        await knex(TABLE).where('seq', 4).update('seq', 2);
        await knex(TABLE).where('seq', 99).update('seq', 4);
        expect(await brokenRow()).toMatchObject({ seq: 2 });
      });

      it('names the first row after a change whose own hash was made anew', async () => {
        const [, second] = await hatches.audit.list({ limit: 2 });
        const { hash, ...row } = { ...second, actor: 'user:default/outsider' };
        await knex(TABLE)
          .where('seq', 2)
          .update({
            actor: row.actor,
            hash: createHash('sha256').update(canonicalJson(row)).digest('hex'),
          });
        expect(await brokenRow()).toMatchObject({ seq: 3 });
      });

      it('names a row that was added at the end', async () => {
        const last = await knex(TABLE).where('seq', 6).first();
        await knex(TABLE).insert({ ...last, seq: 7, version: 4 });
        expect(await brokenRow()).toMatchObject({ seq: 7 });
      });

      it('names a row that was put before the first', async () => {
        const first = await knex(TABLE).where('seq', 1).first();
        await knex(TABLE).insert({ ...first, seq: 0, version: 0 });
        expect(await brokenRow()).toEqual({
          seq: 0,
          reason: 'There is a row with the number 0.',
        });
      });
    });

    it.each<[string, (id: string) => Promise<unknown>]>([
      [
        'status',
        id =>
          knex('escape_hatch_requests')
            .where({ id })
            .update('status', 'revoked'),
      ],
      [
        'expiry',
        id =>
          knex('escape_hatch_requests')
            .where({ id })
            .update('expires_at', Date.parse('2030-01-01T00:00:00Z')),
      ],
      [
        'content',
        async id => {
          const { content } = await knex('escape_hatch_requests')
            .where({ id })
            .first();
          await knex('escape_hatch_requests')
            .where({ id })
            .update(
              'content',
              JSON.stringify({ ...JSON.parse(content), rules: ['probes'] }),
            );
        },
      ],
      ['whole row', id => knex('escape_hatch_requests').where({ id }).delete()],
    ])('finds a request whose %s was changed past it', async (_, tamper) => {
      const { records } = await hatches.store.list({
        now: hatches.time,
        limit: 2,
      });
      const approved = records[1];
      await tamper(approved.id);
      expect(await brokenRow()).toMatchObject({
        seq: 3,
        requestId: approved.id,
      });
    });

    it('is told page by page, and of one request', async () => {
      const seqs = async (options: { after?: number; requestId?: string }) =>
        (await hatches.audit.list({ limit: 2, ...options })).map(
          ({ seq }) => seq,
        );
      expect(await seqs({})).toEqual([1, 2]);
      expect(await seqs({ after: 2 })).toEqual([3, 4]);
      expect(await seqs({ after: 6 })).toEqual([]);
      const [{ requestId }] = await hatches.audit.list({ limit: 1, after: 3 });
      expect(await seqs({ requestId, after: 4 })).toEqual([5, 6]);
    });
  });
});
