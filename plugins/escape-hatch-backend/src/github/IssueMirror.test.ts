import { TestDatabases } from '@backstage/backend-test-utils';
import { actor } from '../requests/__testUtils__/HatchesUnderTest';
import { IssuesUnderTest, REPOSITORY } from './__testUtils__/IssuesUnderTest';

jest.setTimeout(120_000);

describe('IssueMirror', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let issues: IssuesUnderTest;
    const github = () => issues.github;
    const hatches = () => issues.hatches;
    const labels = () => github().issues[0].labels.map(({ name }) => name);
    const stored = () => hatches().knex('escape_hatch_issues');

    beforeEach(async () => {
      issues = await IssuesUnderTest.create(await databases.init(databaseId));
    });
    afterEach(() => issues.github.stop());

    it('makes an issue, follows the request and closes it', async () => {
      const request = await hatches().request({ submit: true });
      await issues.deliver();
      expect(github().issues).toMatchObject([
        {
          title: 'Escape hatch 1: special-ml-workload (privileged-container)',
          state: 'open',
        },
      ]);
      expect(labels()).toEqual(['escape-hatch', 'escape-hatch: submitted']);
      expect(github().tokens).toEqual(new Set(['token the-token']));

      const approved = await hatches().approve(request, 'platform-lead');
      await issues.deliver();
      expect(labels()).toEqual(['escape-hatch', 'escape-hatch: active']);
      expect(github().issues[0].body).toContain(
        'approved by user:default/platform-lead on 2026-11-24',
      );

      await hatches().service.revoke({
        id: request.id,
        expectedVersion: approved.version,
        comment: 'Driver 550 needs no privileges.',
        actor: actor('platform-lead'),
      });
      await issues.deliver();
      expect(labels()).toEqual(['escape-hatch', 'escape-hatch: revoked']);
      expect(github().issues).toMatchObject([
        { state: 'closed', state_reason: 'completed' },
      ]);
      expect(await stored()).toMatchObject([
        { request_id: request.id, issue: 1, url: `${REPOSITORY}/issues/1` },
      ]);
    });

    it('makes none of a draft', async () => {
      const { id } = await hatches().request();
      await issues.mirror(id);
      expect(github().requests).toEqual([]);
    });

    it('asks nothing where nothing has changed', async () => {
      const { id } = await hatches().request({ submit: true });
      await issues.mirror(id);
      const asked = github().requests.length;
      await issues.mirror(id);
      expect(github().requests).toHaveLength(asked);
    });

    it('undoes at its next turn what somebody changed, and keeps their labels', async () => {
      const request = await hatches().request({ submit: true });
      await issues.mirror(request.id);
      const [issue] = github().issues;
      Object.assign(issue, {
        title: 'Approved!',
        body: '## Approver: me',
        state: 'closed',
        labels: [{ name: 'team: ml' }, { name: 'escape-hatch: active' }],
      });
      expect(await hatches().store.get(request.id)).toMatchObject({
        status: 'submitted',
        version: request.version,
      });
      await hatches().service.requestChanges({
        id: request.id,
        expectedVersion: request.version,
        comment: 'Which nodes?',
        actor: actor('platform-lead'),
      });
      await issues.mirror(request.id);
      expect(issue.title).toMatch(/^Escape hatch 1: /);
      expect(issue.state).toBe('open');
      expect(labels()).toEqual([
        'team: ml',
        'escape-hatch',
        'escape-hatch: changes requested',
      ]);
    });

    it('makes one issue though the backend ended before it was stored', async () => {
      const { id } = await hatches().request({ submit: true });
      // GitHub makes it, and the backend never hears of it.
      github().faults.push({
        request: 'POST /issues',
        isDone: true,
        isSilent: true,
      });
      const lost = issues.mirror(id).catch(error => error);
      while (github().issues.length === 0) {
        await new Promise(resolve => {
          setTimeout(resolve, 10);
        });
      }
      const next = await issues.another();
      await expect(next.mirror(id)).rejects.toThrow('is being worked on');
      hatches().wait({ minutes: 1 });
      await next.mirror(id);
      expect(github().issues).toHaveLength(1);
      expect(await stored()).toMatchObject([{ issue: 1 }]);
      expect(await lost).toBeInstanceOf(Error);
      expect(await stored()).toMatchObject([{ issue: 1 }]);
    });

    it('takes the oldest issue with the marker, for others may copy it', async () => {
      const { id } = await hatches().request({ submit: true });
      github().faults.push({
        request: 'POST /issues',
        isDone: true,
        status: 502,
      });
      await expect(issues.mirror(id)).rejects.toThrow(
        'github.com could not be asked to POST /repos/acme/platform/issues',
      );
      github().file({ body: github().issues[0].body });
      hatches().wait({ minutes: 1 });
      await issues.mirror(id);
      expect(await stored()).toMatchObject([{ issue: 1 }]);
      expect(github().issues).toHaveLength(2);
    });

    it('makes one issue where two replicas mirror at once', async () => {
      const { id } = await hatches().request({ submit: true });
      const other = await issues.another();
      const results = await Promise.allSettled([
        issues.mirror(id),
        other.mirror(id),
        issues.mirror(id),
        other.mirror(id),
      ]);
      expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
      expect(github().issues).toHaveLength(1);
    });

    it('fails no decision when GitHub is down, and catches up', async () => {
      for (let i = 0; i < 3; i++) {
        github().faults.push({ request: 'GET /issues', status: 503 });
      }
      const request = await hatches().request({ submit: true });
      await issues.deliver();
      await hatches().approve(request, 'platform-lead');
      await issues.deliver();
      expect(github().issues).toEqual([]);
      for (let minute = 0; minute < 30; minute++) {
        hatches().wait({ minutes: 1 });
        await issues.deliver();
      }
      expect(github().issues).toHaveLength(1);
      expect(labels()).toEqual(['escape-hatch', 'escape-hatch: active']);
      expect(
        await hatches().knex('escape_hatch_outbox').where({ kind: 'issue' }),
      ).toMatchObject([{ error: null }, { error: null }]);
    });

    it('does not ask again while a rate limit holds', async () => {
      const { id } = await hatches().request({ submit: true });
      github().faults.push({
        request: 'GET /issues',
        status: 403,
        headers: { 'retry-after': '60' },
        body: { message: 'You have exceeded a secondary rate limit.' },
      });
      await expect(issues.mirror(id)).rejects.toThrow(
        'The rate limit of github.com is used up until',
      );
      await expect(issues.mirror(id)).rejects.toThrow('is used up until');
      expect(github().requests).toEqual(['GET /issues']);
    });

    it.each([
      [401, 'github.com refuses the credentials under integrations.github'],
      [403, 'may not GET /repos/acme/platform/issues of github.com'],
      [404, 'github.com does not have /repos/acme/platform/issues'],
    ])('says why at %d', async (status, message) => {
      const { id } = await hatches().request({ submit: true });
      github().faults.push({ request: 'GET /issues', status });
      await expect(issues.mirror(id)).rejects.toThrow(message);
    });

    it('leaves alone what somebody deleted, and what is in another repository', async () => {
      const request = await hatches().request({ submit: true });
      await issues.mirror(request.id);
      github().faults.push({ request: 'GET /issues/1', status: 410 });
      await hatches().approve(request, 'platform-lead');
      await issues.mirror(request.id);

      await stored().update({
        url: 'https://github.com/acme/old/issues/1',
        state: null,
      });
      const asked = github().requests.length;
      await issues.mirror(request.id);
      expect(github().requests).toHaveLength(asked);
      expect(github().issues).toHaveLength(1);
    });
  });
});
