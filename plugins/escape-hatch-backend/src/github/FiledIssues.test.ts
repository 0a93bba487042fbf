import { TestDatabases } from '@backstage/backend-test-utils';
import { IssuesUnderTest, REPOSITORY } from './__testUtils__/IssuesUnderTest';
import type { StoredIssue } from './__testUtils__/StandInGithub';

jest.setTimeout(120_000);

const FORM = `### Service

special-ml-workload

### Why we need an escape hatch

The CUDA driver needs it @acme/all #1 <b>

### Risk assessment

A break-out reaches the node.

### Mitigations

Nodes of its own.

### Approver

platform-team lead

### Review date

2027-01-31`;

const LINK =
  'https://portal.example.com/escape-hatches/new?entityRef=component%3Adefault%2Fspecial-ml-workload&expiresAt=2027-01-31&justification=The+CUDA+driver+needs+it+%40acme%2Fall+%231+%3Cb%3E&riskAssessment=A+break-out+reaches+the+node.&mitigations=Nodes+of+its+own.';

describe('FiledIssues', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let issues: IssuesUnderTest;
    const github = () => issues.github;
    const comments = () => github().issues.map(issue => issue.comments.length);
    const opened = (issue: StoredIssue, changes: object = {}) =>
      issues.webhook({
        action: 'opened',
        repository: { id: 1, full_name: 'acme/platform', html_url: REPOSITORY },
        sender: { login: 'ada' },
        issue,
        ...changes,
      });

    beforeEach(async () => {
      issues = await IssuesUnderTest.create(await databases.init(databaseId));
    });
    afterEach(() => issues.github.stop());

    it('answers an issue once, by a link to the form', async () => {
      const issue = github().file({ body: FORM });
      await opened(issue);
      await opened(issue);
      await issues.deliver();
      await issues.look();
      await issues.deliver();
      expect(issue.comments).toEqual([
        `<!-- escape-hatch:form -->\n\nEscape hatches are asked for and approved in the developer portal: [continue there](${LINK}). The form is filled in with what this issue says. This issue by itself asks for nothing and changes nothing.`,
      ]);
      const { knex } = issues.hatches;
      expect(await knex('escape_hatch_requests')).toEqual([]);
      expect(await knex('escape_hatch_audit')).toEqual([]);
    });

    it('answers once though the backend ended before that was noted', async () => {
      const issue = github().file({ body: FORM });
      await opened(issue);
      github().faults.push({
        request: 'POST /issues/1/comments',
        isDone: true,
        status: 502,
      });
      await issues.deliver();
      issues.hatches.wait({ minutes: 1 });
      await issues.deliver();
      expect(comments()).toEqual([1]);
    });

    it.each<[string, Partial<StoredIssue>, object]>([
      [
        'another repository',
        {},
        { repository: { html_url: 'https://github.com/acme/other' } },
      ],
      [
        'the same name on another host',
        {},
        {
          repository: { html_url: 'https://github.evil.example/acme/platform' },
        },
      ],
      ['an edited issue', {}, { action: 'edited' }],
      ['a closing', {}, { action: 'closed' }],
      ['another form', { body: '### Summary\n\nIt breaks.' }, {}],
      ['no text', { body: null }, {}],
      ['a pull request', { pull_request: { url: 'x' } }, {}],
      [
        "one of the portal's own",
        {
          body: `<!-- escape-hatch:1b4e28ba-2fa1-41d2-883f-0016d3cca427 -->\n\n${FORM}`,
        },
        {},
      ],
    ])('does not answer %s', async (_, changes, payload) => {
      await opened(github().file({ body: FORM, ...changes }), payload);
      await issues.deliver();
      expect(comments()).toEqual([0]);
      expect(github().requests).toEqual([]);
    });

    it('believes the repository rather than a webhook', async () => {
      const issue = github().file({ body: 'Something else' });
      await opened({ ...issue, body: FORM });
      const closed = github().file({ body: FORM, state: 'closed' });
      await opened({ ...closed, state: 'open' });
      await issues.deliver();
      expect(comments()).toEqual([0, 0]);
    });

    it.each([
      ['nothing', undefined],
      ['a text', 'opened'],
      ['no issue', { action: 'opened', repository: { html_url: REPOSITORY } }],
      [
        'a number that is a path',
        {
          action: 'opened',
          repository: { html_url: REPOSITORY },
          issue: { number: '../../x', html_url: '', state: 'open', body: FORM },
        },
      ],
    ])('leaves out %s as a webhook, and says so', async (_, payload) => {
      await issues.webhook(payload);
      expect(issues.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining("A webhook 'issues' of GitHub was left out"),
      );
      expect(
        await issues.hatches.knex('escape_hatch_outbox').where('kind', 'issue'),
      ).toEqual([]);
    });

    it('finds what no webhook told of, from its first look on', async () => {
      github().file({ body: FORM });
      issues.hatches.wait({ days: 1 });
      await issues.look();
      await issues.deliver();
      expect(comments()).toEqual([0]);

      for (let number = 0; number < 150; number++) {
        github().file({ body: number % 50 === 0 ? FORM : 'Other' });
      }
      issues.hatches.wait({ minutes: 10 });
      const other = await issues.another();
      await Promise.all([issues.look(), other.look()]);
      await issues.deliver();
      await other.deliver();
      expect(comments().filter(count => count === 1)).toHaveLength(3);
      expect(comments().every(count => count <= 1)).toBe(true);
      issues.hatches.wait({ minutes: 10 });
      await issues.look();
      await issues.deliver();
      expect(comments().filter(count => count === 1)).toHaveLength(3);
    });

    it('looks again for what it could not be told of', async () => {
      await issues.look();
      github().file({ body: FORM });
      github().faults.push({ request: 'GET /issues', status: 503 });
      issues.hatches.wait({ days: 3 });
      await expect(issues.look()).rejects.toThrow('could not be asked');
      await issues.look();
      await issues.deliver();
      expect(comments()).toEqual([1]);
    });
  });
});
