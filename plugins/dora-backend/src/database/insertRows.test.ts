import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { insertRows } from './insertRows';
import { joinedWith } from './joinedWith';
import { lookUp } from './lookUp';

jest.setTimeout(60_000);

const VERSIONS = { table: 'versions', key: ['repository', 'version'] };

/** Texts that a format between here and the database could mistake for its own. */
const AWKWARD = [
  '',
  'null',
  '{}',
  '{"a",b}',
  '[1]',
  `'; drop table versions; --`,
  'a\\b"c\'d',
  '\t\r\n',
  '\\u0000',
  '→ 😀',
  '? $1 :name',
];

describe('rows that are one parameter', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  async function tables(knex: Knex) {
    await knex.schema.createTable('versions', table => {
      table.string('repository').notNullable();
      table.string('version').notNullable();
      table.string('sha').nullable();
      table.bigInteger('at').nullable();
      table.double('share').nullable();
      table.boolean('demo').notNullable();
      table.primary(['repository', 'version']);
    });
  }
  const row = (version: string, given: object = {}) => ({
    repository: 'acme/api',
    version,
    sha: null,
    at: null,
    share: null,
    demo: false,
    ...given,
  });

  it.each(databases.eachSupportedId())(
    'keep texts, numbers, booleans and nulls, on %p',
    async id => {
      const knex = await databases.init(id);
      await tables(knex);
      const rows = [
        ...AWKWARD.map(text => row(text, { sha: text })),
        row('numbers', { at: 253_402_300_799_999, share: 0.1, demo: true }),
        row('whole', { at: -1, share: 3 }),
      ];
      await knex.transaction(tx =>
        insertRows(tx, { ...VERSIONS, rows, onConflict: 'ignore' }),
      );
      const stored = await knex('versions');
      expect(
        new Map(
          stored.map(one => [
            one.version,
            {
              ...one,
              at: one.at === null ? null : Number(one.at),
              demo: Boolean(one.demo),
            },
          ]),
        ),
      ).toEqual(new Map(rows.map(one => [one.version, one])));

      const found = await joinedWith(knex, {
        table: 'versions',
        on: { repository: 'text', version: 'text' },
        values: [...AWKWARD, ...AWKWARD, 'unknown'].map(text => [
          'acme/api',
          text,
        ]),
      });
      expect(found.map(one => one.version).sort()).toEqual([...AWKWARD].sort());
    },
  );

  it.each(databases.eachSupportedId())(
    'are left out or replace what has their key, on %p',
    async id => {
      const knex = await databases.init(id);
      await tables(knex);
      const insert = (onConflict: 'ignore' | 'update', rows: object[]) =>
        knex.transaction(tx =>
          insertRows(tx, {
            ...VERSIONS,
            rows,
            onConflict,
            returning: ['version'],
          }),
        );
      expect(await insert('ignore', [])).toEqual([]);
      expect(await insert('ignore', [row('1', { sha: 'a' })])).toEqual([
        { version: '1' },
      ]);
      expect(
        await insert('ignore', [
          row('1', { sha: 'b' }),
          row('2', { sha: 'b' }),
        ]),
      ).toEqual([{ version: '2' }]);
      await insert('update', [row('2', { sha: 'c' }), row('3', { sha: 'c' })]);
      expect(
        await knex('versions').orderBy('version').select('version', 'sha'),
      ).toEqual([
        { version: '1', sha: 'a' },
        { version: '2', sha: 'c' },
        { version: '3', sha: 'c' },
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'are looked up for each tuple, on %p',
    async id => {
      const knex = await databases.init(id);
      await tables(knex);
      await knex.transaction(tx =>
        insertRows(tx, {
          ...VERSIONS,
          rows: [10, 20, 30].flatMap(at => [
            row(`a${at}`, { at }),
            row(`b${at}`, { at, repository: 'acme/web' }),
          ]),
          onConflict: 'ignore',
        }),
      );
      const found = await lookUp(knex, {
        columns: { name: 'text', since: 'bigint' },
        values: [
          ['acme/api', 20],
          ['acme/web', 30],
          ['acme/none', 0],
        ],
        table: 'versions as v',
        select: ['v.version', 'wanted.since'],
        where: versions =>
          versions
            .whereRaw('v.repository = wanted.name')
            .whereRaw('v.at >= wanted.since'),
      });
      expect(found.map(one => [one.version, Number(one.since)]).sort()).toEqual(
        [
          ['a20', 20],
          ['a30', 20],
          ['b30', 30],
        ],
      );
    },
  );
});
