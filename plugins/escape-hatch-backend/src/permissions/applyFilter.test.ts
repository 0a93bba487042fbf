import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { escapeHatchRequestReadPermission } from '@golden-path/backstage-plugin-escape-hatch-common';
import { hatchRecord } from '../__testUtils__/hatchRecord';
import { openDatabase } from '../database/openDatabase';
import { toRequestRow } from '../requests/RequestRow';
import { RequestStore } from '../requests/RequestStore';
import { partiesOf } from '../requests/transitions/partiesOf';
import { applyFilter } from './applyFilter';
import {
  createEscapeHatchRequestConditionalDecision,
  escapeHatchRequestConditions,
} from './conditions';
import { isApprover } from './isApprover';
import { isOwner } from './isOwner';
import { isRequester } from './isRequester';

jest.setTimeout(120_000);

const ANN = 'user:default/ann';
const BEN = 'user:default/ben';
const ML = 'group:default/ml';
const SHOP = 'group:default/shop';
const SECURITY = 'group:default/security-team';

const stage = (approvers: string[], fallback: string[] = []) => ({
  id: 'a',
  title: 'A',
  approvers,
  fallback,
});

const records = [
  hatchRecord({ id: 'a', number: 1, requester: ANN, owners: [ML] }),
  hatchRecord({
    id: 'b',
    number: 2,
    requester: BEN,
    owners: [SHOP],
    stages: [stage(['owner']), stage([ML])],
  }),
  hatchRecord({
    id: 'c',
    number: 3,
    requester: ANN,
    owners: [SHOP, ML],
    stages: [stage(['group:default/gone'], [SECURITY])],
  }),
  hatchRecord({ id: 'd', number: 4, requester: BEN, owners: [], stages: [] }),
];

const ruleset = {
  getRuleByName: (name: string): any =>
    [isOwner, isApprover, isRequester].find(rule => rule.name === name),
};

type Criteria = PermissionCriteria<
  PermissionCondition<'escape-hatch-request', { claims: string[] }>
>;

const owner = (...claims: string[]) =>
  escapeHatchRequestConditions.isOwner({ claims });
const approver = (...claims: string[]) =>
  escapeHatchRequestConditions.isApprover({ claims });
const requester = (...claims: string[]) =>
  escapeHatchRequestConditions.isRequester({ claims });

describe('what policies let through', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    async function setUp() {
      const knex = await openDatabase(
        mockServices.database({ knex: await databases.init(databaseId) }),
      );
      for (const record of records) {
        await knex('escape_hatch_requests').insert(toRequestRow(record));
        const parties = partiesOf(record, []);
        if (parties.length > 0) {
          await knex('escape_hatch_request_parties').insert(
            parties.map(party => ({ request_id: record.id, ...party })),
          );
        }
      }
      return knex;
    }

    const cases: [string, Criteria, string][] = [
      ['an owner', owner(ML), 'ac'],
      ['several claims', owner(ANN, SHOP, 'group:default/other'), 'bc'],
      ['no claims', owner(), ''],
      ['another case', owner('Group:Default/ML'), 'ac'],
      ['an approver', approver(ML), 'b'],
      ['an owner who approves', approver(SHOP), 'b'],
      ['who steps in', approver(SECURITY), 'c'],
      ['a requester', requester(ANN), 'ac'],
      ['either', { anyOf: [owner(SHOP), requester(BEN)] }, 'bcd'],
      ['both', { allOf: [owner(SHOP), requester(ANN)] }, 'c'],
      ['not', { not: owner(ML) }, 'bd'],
      [
        'nested',
        {
          anyOf: [
            { allOf: [requester(BEN), { not: approver(SHOP) }] },
            { not: { anyOf: [owner(SHOP), requester(BEN)] } },
          ],
        },
        'ad',
      ],
    ];

    it('is the same in lists and of one request', async () => {
      const knex = await setUp();
      const store = new RequestStore({ knex });
      const read = await store.getMany(records.map(({ id }) => id));
      const seen = await Promise.all(
        cases.map(async ([name, conditions]) => {
          const decision = createEscapeHatchRequestConditionalDecision(
            escapeHatchRequestReadPermission,
            conditions,
          );
          const filter = createConditionTransformer<any>(ruleset)(conditions);
          const rows: { id: string }[] = await applyFilter(
            knex('escape_hatch_requests').select('id').orderBy('id'),
            filter,
          );
          const applies = createConditionAuthorizer<any>(ruleset);
          return {
            name,
            listed: rows.map(({ id }) => id).join(''),
            allowed: read
              .filter(record => applies(decision, record))
              .map(record => record?.id)
              .join(''),
          };
        }),
      );
      expect(seen).toEqual(
        cases.map(([name, , ids]) => ({ name, listed: ids, allowed: ids })),
      );
    });

    it('narrows what a query asks beside it', async () => {
      const knex = await setUp();
      const rows = await applyFilter(
        knex('escape_hatch_requests').where('number', '>', 1),
        { anyOf: [{ column: 'requester', values: [ANN, BEN] }] },
      );
      expect(rows).toHaveLength(3);
      const all = await applyFilter(knex('escape_hatch_requests'), undefined);
      expect(all).toHaveLength(4);
    });
  });

  it('is nothing of a request that there is not', () => {
    const applies = createConditionAuthorizer<any>(ruleset);
    expect(
      applies(
        {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'escape-hatch',
          resourceType: 'escape-hatch-request',
          conditions: { not: owner(ML) },
        },
        undefined,
      ),
    ).toBe(false);
  });
});
