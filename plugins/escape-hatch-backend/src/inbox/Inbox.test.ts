import { TestDatabases } from '@backstage/backend-test-utils';
import { InboxUnderTest } from '../__testUtils__/InboxUnderTest';
import {
  actor,
  HatchesUnderTest,
} from '../requests/__testUtils__/HatchesUnderTest';

jest.setTimeout(120_000);

describe('inbox', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let hatches: HatchesUnderTest;
    let inbox: InboxUnderTest;

    beforeEach(async () => {
      hatches = await HatchesUnderTest.create(await databases.init(databaseId));
      inbox = new InboxUnderTest(hatches);
    });

    it('has what a person may decide, the longest wait first', async () => {
      await hatches.request({ rules: ['probes'] });
      hatches.wait({ minutes: 1 });
      const high = await hatches.highRisk();
      hatches.wait({ minutes: 1 });
      await hatches.request({ rules: ['resource-limits'], submit: true });
      expect(await inbox.of('platform-lead')).toEqual(['#3 approve']);
      expect(await inbox.of('ml-lead')).toEqual(['#2 approve']);
      expect(await inbox.of('ml-engineer')).toEqual([]);
      expect(await inbox.of('outsider')).toEqual([]);

      hatches.wait({ minutes: 1 });
      await hatches.approve(high, 'ml-lead');
      expect(await inbox.of('platform-lead')).toEqual([
        '#3 approve',
        '#2 approve',
      ]);
      expect(await inbox.of('ml-lead')).toEqual([]);
    });

    it('has the same on pages of any size', async () => {
      const rules = ['probes', 'resource-limits', 'read-only-root'];
      for (const rule of rules) {
        // of one instant, so that the number decides
        await hatches.request({ rules: [rule], submit: true });
      }
      for (const limit of [1, 2, 3, 50]) {
        expect(await inbox.of('platform-lead', limit)).toEqual([
          '#1 approve',
          '#2 approve',
          '#3 approve',
        ]);
      }
    });

    it('says who the person is, and for how long it has waited', async () => {
      await hatches.request({ submit: true });
      // from Tuesday noon to Friday noon
      hatches.wait({ days: 3 });
      expect(await inbox.page('platform-lead')).toMatchObject({
        adminOf: 'group:default/platform-team',
        memberOf: ['group:default/platform-team', 'group:default/engineering'],
        items: [{ workingDays: 3, waitingSince: '2026-11-24T12:00:00Z' }],
      });
      expect(await inbox.page('ml-intern')).toEqual({
        memberOf: [
          'group:default/ml-interns',
          'group:default/ml-team',
          'group:default/engineering',
        ],
        items: [],
      });
    });

    it('follows the catalog where it has moved on', async () => {
      await hatches.request({ submit: true });
      const { groups } = hatches.catalog.organisation;
      groups['platform-team'].members = ['platform-engineer'];
      expect(await inbox.of('platform-lead')).toEqual([]);
      expect(await inbox.of('platform-engineer')).toEqual(['#1 approve']);
    });

    it('has what is sent back for changes, and drops what has expired undecided', async () => {
      const { id, version } = await hatches.request({
        submit: true,
        expiresAt: '2026-12-01',
      });
      await hatches.service.requestChanges({
        id,
        expectedVersion: version,
        comment: 'Which namespace?',
        actor: actor('platform-lead'),
      });
      expect(await inbox.of('ml-engineer')).toEqual(['#1 changes']);
      expect(await inbox.of('ml-lead')).toEqual([]);
      expect(await inbox.of('platform-lead')).toEqual([]);

      await hatches.request({
        rules: ['probes'],
        submit: true,
        expiresAt: '2026-12-01',
      });
      expect(await inbox.of('platform-lead')).toEqual(['#2 approve']);
      hatches.wait({ days: 8 });
      expect(await inbox.of('platform-lead')).toEqual([]);
    });

    it('shows a stalled request to admins until somebody can decide it', async () => {
      const { groups } = hatches.catalog.organisation;
      groups['ml-team'].members = ['ml-engineer'];
      groups['ml-team'].children = [];
      await hatches.highRisk();
      expect(await inbox.of('platform-lead')).toEqual(['#1 stalled']);
      expect(await inbox.of('security-reviewer')).toEqual([]);
      groups['ml-team'].members.push('ml-lead');
      expect(await inbox.of('platform-lead')).toEqual([]);
      expect(await inbox.of('ml-lead')).toEqual(['#1 approve']);
    });

    it('has what ends soon for its owners, unless it is being renewed', async () => {
      // ends at the end of 31 January: 68.5 days from now
      const hatch = await hatches.approved();
      hatches.wait({ days: 54 });
      expect(await inbox.of('ml-lead')).toEqual([]);
      hatches.wait({ days: 1 });
      expect(await inbox.of('ml-lead')).toEqual(['#1 expiring']);
      expect(await inbox.of('ml-intern')).toEqual(['#1 expiring']);
      await hatches.service.renew({
        id: hatch.id,
        expectedVersion: hatch.version,
        expiresAt: '2027-03-31',
        actor: actor('ml-lead'),
      });
      expect(await inbox.of('ml-lead')).toEqual([]);
      expect(await inbox.of('platform-lead')).toEqual([
        '#1 review',
        '#2 approve',
      ]);
    });

    it('has a review from 30 days before the end on, for the last stage alone', async () => {
      const submitted = await hatches.highRisk();
      const second = await hatches.approve(submitted, 'ml-lead');
      const third = await hatches.approve(second, 'platform-lead');
      const hatch = await hatches.approve(third, 'security-reviewer');
      // 68.5 - 30
      hatches.wait({ days: 38 });
      expect(await inbox.of('security-reviewer')).toEqual([]);
      hatches.wait({ days: 1 });
      expect(await inbox.of('security-reviewer')).toEqual(['#1 review']);
      expect(await inbox.of('security-lead')).toEqual(['#1 review']);
      expect(await inbox.of('platform-lead')).toEqual([]);
      await hatches.service.review({
        id: hatch.id,
        expectedVersion: hatch.version,
        outcome: 'keep',
        actor: actor('security-reviewer'),
      });
      expect(await inbox.of('security-reviewer')).toEqual([]);
      expect(await inbox.of('security-lead')).toEqual([]);
    });

    it('asks new owners to confirm', async () => {
      const { id, version } = await hatches.approved();
      const { components } = hatches.catalog.organisation;
      components['special-ml-workload'].owner = 'publishing-team';
      await hatches.service.ownerChanged({
        id,
        expectedVersion: version,
        owners: ['group:default/publishing-team'],
      });
      expect(await inbox.of('publishing-lead')).toEqual(['#1 confirm']);
      expect(await inbox.of('ml-lead')).toEqual([]);
    });

    it('refuses a cursor that no answer had', async () => {
      const cursor = Buffer.from('1:1:nothing').toString('base64url');
      await expect(inbox.page('ml-lead', { cursor })).rejects.toThrow(
        'cursor: expected one of an earlier answer',
      );
    });
  });
});
