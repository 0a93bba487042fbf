import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { seedDraft } from '../__testUtils__/seedDraft';
import { startEscapeHatchBackend } from '../__testUtils__/startEscapeHatchBackend';
import { StandInGithub } from '../github/__testUtils__/StandInGithub';
import { TestCatalog } from '../requests/__testUtils__/TestCatalog';

jest.setTimeout(120_000);

const REPOSITORY = 'https://github.example.com/acme/platform';

describe('insights over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let knex: Knex;
    let github: StandInGithub;
    let backend: Awaited<ReturnType<typeof startEscapeHatchBackend>>;
    const catalog = new TestCatalog();
    const teams = ['ml-team', 'publishing-team', 'platform-team'];
    const ask = async (user: string, component: string) => {
      const { status, body } = await backend.as(user).post('/requests', {
        ...seedDraft(),
        entityRef: `component:default/${component}`,
        submit: true,
      });
      expect(status).toBe(201);
      return body.id as string;
    };
    const path = '/insights/privileged-container/issue';
    const own = () =>
      github.issues.filter(({ title }) => title.startsWith('The golden path'));

    beforeAll(() => {
      teams.forEach((owner, index) => {
        catalog.organisation.components[`service-${index}`] = {
          owner,
          uid: `uid-${index}`,
        };
      });
    });

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      github = await StandInGithub.start(REPOSITORY, '/api/v3');
      backend = await startEscapeHatchBackend({
        knex,
        catalog,
        escapeHatch: { issues: { repository: REPOSITORY } },
        config: {
          app: { baseUrl: 'https://portal.example.com' },
          integrations: {
            github: [
              {
                host: 'github.example.com',
                token: 'the-token',
                apiBaseUrl: github.apiBaseUrl,
              },
            ],
          },
        },
      });
    });
    afterEach(async () => {
      await backend.stop();
      await github.stop();
    });

    it('counts, and opens the issue with the requests once', async () => {
      const admin = backend.as('platform-lead');
      await ask('ml-engineer', 'service-0');
      await ask('publishing-lead', 'service-1');
      const early = await admin.post(path);
      expect(early.status).toBe(409);
      expect(early.body.error.message).toContain('Too few ask to leave');

      const last = await ask('platform-engineer', 'service-2');
      const { body } = await admin.get('/insights');
      expect(body).toMatchObject({
        servicesTotal: 5,
        issues: true,
        rules: [
          {
            rule: 'privileged-container',
            requests: 3,
            numbers: [1, 2, 3],
            signal: 'golden-path-needs-updating',
          },
        ],
      });

      const answers = await Promise.all([admin.post(path), admin.post(path)]);
      expect(answers.map(({ status }) => status)).toContain(200);
      const opened = await admin.post(path);
      expect(opened.status).toBe(200);
      expect(own()).toHaveLength(1);
      expect(own()[0].html_url).toBe(opened.body.url);
      expect(own()[0].title).toBe(
        'The golden path needs updating: privileged-container',
      );
      expect(own()[0].body).toContain(
        '`privileged-container`: 3 teams and 3 of 5 services asked to leave it in the last 90 days.',
      );
      expect(own()[0].body).toContain(
        `- [request 3](https://portal.example.com/escape-hatches/${last}): \`component:default/service-2\` of \`group:default/platform-team\``,
      );
      const after = await admin.get('/insights');
      expect(after.body.rules[0].issueUrl).toBe(opened.body.url);
    });

    it('shows the issue of a request with it', async () => {
      const id = await ask('ml-engineer', 'service-0');
      const requester = backend.as('ml-engineer');
      let url: string | undefined;
      for (let tries = 0; tries < 100 && !url; tries++) {
        ({
          body: { issueUrl: url },
        } = await requester.get(`/requests/${id}`));
        await new Promise(resolve => {
          setTimeout(resolve, 50);
        });
      }
      expect(url).toBe(`${REPOSITORY}/issues/1`);
    });

    it('lets only admins open issues', async () => {
      const refused = await backend.as('ml-engineer').post(path);
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toBe(
        "Issues are opened by members of group:default/platform-team, not by 'user:default/ml-engineer'",
      );
      expect((await backend.service.post(path)).status).toBe(403);
      expect((await backend.nobody.get('/insights')).status).toBe(401);
      expect((await backend.service.get('/insights')).status).toBe(200);
      expect(own()).toEqual([]);
    });

    it('names an unknown rule, and says when GitHub is down', async () => {
      const admin = backend.as('platform-lead');
      expect((await admin.post('/insights/no-rule/issue')).status).toBe(404);
      await ask('ml-engineer', 'service-0');
      await ask('publishing-lead', 'service-1');
      await ask('platform-engineer', 'service-2');
      await github.stop();
      const failed = await admin.post(path);
      expect(failed.status).toBe(503);
      expect(failed.body.error.message).toContain(
        'github.example.com could not be asked to GET /repos/acme/platform/issues',
      );
      github = await StandInGithub.start(REPOSITORY);
    });

    it('is described', async () => {
      const { body } = await backend.as('ml-engineer').get('/openapi.json');
      expect(Object.keys(body.paths)).toEqual(
        expect.arrayContaining(['/insights', '/insights/{rule}/issue']),
      );
    });
  });
});
