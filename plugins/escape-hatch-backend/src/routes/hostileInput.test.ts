import { TestDatabases } from '@backstage/backend-test-utils';
import { seedDraft } from '../__testUtils__/seedDraft';
import { startEscapeHatchBackend } from '../__testUtils__/startEscapeHatchBackend';
import { TestCatalog } from '../requests/__testUtils__/TestCatalog';

jest.setTimeout(120_000);

describe('hostile input', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    let backend: Awaited<ReturnType<typeof startEscapeHatchBackend>>;
    let requester: ReturnType<typeof backend.as>;

    beforeAll(async () => {
      backend = await startEscapeHatchBackend({
        knex: await databases.init(databaseId),
        catalog: new TestCatalog(),
      });
      requester = backend.as('ml-engineer');
    });
    afterAll(() => backend.stop());

    it.each<[string, object, RegExp]>([
      ['an unknown field', { approved: true }, /^approved: unknown/],
      [
        'an unknown field of the target',
        { target: { pod: 'x' } },
        /^target\.pod: unknown/,
      ],
      ['no justification', { justification: undefined }, /^justification: /],
      [
        'blanks for a justification',
        { justification: ' \n\t' },
        /^justification: expected text, got none$/,
      ],
      [
        'a justification of 10,001 characters',
        { justification: 'x'.repeat(10_001) },
        /^justification: .*10000/,
      ],
      [
        'NUL',
        { mitigations: 'a\u0000b' },
        /^mitigations: expected text without NUL characters$/,
      ],
      [
        'a control character',
        { riskAssessment: 'a\u001b[31mb' },
        /^riskAssessment: expected text without control characters$/,
      ],
      [
        'half of a character',
        { justification: 'a\ud800b' },
        /^justification: expected text without control characters$/,
      ],
      ['no rules', { rules: [] }, /^rules: /],
      ['eleven rules', { rules: [...'abcdefghijk'] }, /^rules: .*10/],
      ['a rule that is a path', { rules: ['../probes'] }, /^rules\[0\]: /],
      ['another risk', { riskLevel: 'none' }, /^riskLevel: /],
      ['a short ref', { entityRef: 'special-ml-workload' }, /^entityRef: /],
      [
        'a day that does not exist',
        { expiresAt: '2027-02-29' },
        /^expiresAt: expected an instant .* or a day/,
      ],
      [
        'an instant without a zone',
        { startsAt: '2027-02-01T00:00' },
        /startsAt/,
      ],
      [
        'a namespace that ends a line',
        { target: { namespace: 'ml\n- x' } },
        /^target\.namespace: /,
      ],
      [
        'a wildcard for an environment',
        { target: { environments: ['*'] } },
        /^target\.environments\[0\]: /,
      ],
      [
        'no vulnerability',
        { target: { vulnerabilities: ['CVE-1'] } },
        /^target\.vulnerabilities\[0\]: /,
      ],
    ])('%s is refused by name', async (_, fields, message) => {
      for (const path of ['/requests', '/preview']) {
        const answer = await requester.post(path, {
          ...seedDraft(),
          ...fields,
        });
        expect(answer.status).toBe(400);
        expect(answer.body.error.message).toMatch(message);
      }
    });

    it.each<[string, object]>([
      ['no version', { comment: 'x' }],
      ['a version in quotes', { expectedVersion: '1' }],
      ['a version that is none', { expectedVersion: 0 }],
      ['a half version', { expectedVersion: 1.5 }],
      ['an unknown field', { expectedVersion: 1, force: true }],
      [
        'a comment of 5,001 characters',
        { expectedVersion: 1, comment: 'x'.repeat(5_001) },
      ],
      ['NUL in the comment', { expectedVersion: 1, comment: '\u0000' }],
    ])(
      'a decision with %s is 400, even on what there is not',
      async (_, body) => {
        for (const action of [
          'submit',
          'approve',
          'reject',
          'request-changes',
          'withdraw',
          'revoke',
          'confirm-owner',
        ]) {
          const answer = await requester.post(`/requests/none/${action}`, body);
          expect([action, answer.status]).toEqual([action, 400]);
        }
      },
    );

    it.each<[string, object, RegExp]>([
      ['nothing', { expectedVersion: 1 }, /at least one field/],
      ['only a comment', { expectedVersion: 1, comment: 'x' }, /at least one/],
      ['another entity', { expectedVersion: 1, entityRef: 'a:b/c' }, /unknown/],
    ])('an edit of %s is refused', async (_, body, message) => {
      const answer = await requester.patch('/requests/none', body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    });

    it.each<[object, RegExp]>([
      [{ expectedVersion: 1, outcome: 'lengthen' }, /^outcome: /],
      [{ expectedVersion: 1, outcome: 'shorten' }, /^expiresAt: /],
      [
        { expectedVersion: 1, outcome: 'keep', expiresAt: '2027-01-01' },
        /^expiresAt: /,
      ],
    ])('a review %j is refused', async (body, message) => {
      const answer = await requester.post('/requests/none/review', body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    });

    it.each([
      '/requests?colour=red',
      '/requests?limit=0',
      '/requests?limit=501',
      '/requests?cursor=nonsense',
      '/requests?status=expired',
      '/requests?phase=active,old',
      '/requests?owner=ml-team',
      '/requests?rule=A%20B',
      '/requests?entityRef=%00',
      '/inbox?cursor=nonsense',
      '/audit/verify?colour=red',
      '/rules?colour=red',
    ])('%s is refused', async path => {
      expect((await requester.get(path)).status).toBe(400);
    });

    it('all texts as long as they may be are taken, however they are written', async () => {
      const long = '€'.repeat(10_000);
      const body = JSON.stringify({
        ...seedDraft(),
        justification: long,
        riskAssessment: long,
        mitigations: long,
      }).replaceAll('€', '\\u20ac');
      const created = await requester.post('/requests', body);
      expect(created.status).toBe(201);
      expect(created.body.mitigations).toBe(long);
    });

    it('times that are beyond all calendars are refused', async () => {
      const times = { startsAt: '9999-12-01', expiresAt: '9999-12-15' };
      for (const path of ['/requests', '/preview']) {
        const answer = await requester.post(path, { ...seedDraft(), ...times });
        expect(answer.status).toBe(400);
        expect(answer.body.error.message).toMatch(
          /startsAt: expected a time before the year 9000/,
        );
      }
    });

    it('a body of 2 MB is refused before it is read, and one of 100 kB is not', async () => {
      const huge = await requester.post('/requests', {
        ...seedDraft(),
        justification: 'x'.repeat(2_000_000),
      });
      expect(huge.status).toBe(413);
      expect(huge.body.error.message).toBe(
        'body: expected at most 250000 bytes',
      );
      const large = await requester.post('/requests', {
        ...seedDraft(),
        justification: 'x'.repeat(99_000),
      });
      expect(large.status).toBe(400);
    });

    it('broken JSON is refused without repeating it', async () => {
      const answer = await requester.post('/requests', '{"secret');
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain('secret');
    });

    it('markup is kept as text', async () => {
      const justification =
        '<img src=x onerror=alert(1)> [a](javascript:alert(1)) {{7*7}} ${7*7}\n\t# "Ünïcödé" \u202e 🔥';
      const { body, status } = await requester.post('/requests', {
        ...seedDraft(),
        justification,
      });
      expect(status).toBe(201);
      const path = `/requests/${body.id}`;
      expect((await requester.get(path)).body.justification).toBe(
        justification,
      );
      const { body: versions } = await requester.get(`${path}/versions`);
      expect(versions.items).toMatchObject([
        { version: 1, content: { justification } },
      ]);
      const csv = await requester.get('/requests?format=csv');
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(csv.headers['content-disposition']).toBe(
        'attachment; filename="escape-hatches.csv"',
      );
      expect(csv.text).toContain(justification.replaceAll('"', '""'));
    });

    it('what is empty in a target means all', async () => {
      const { body } = await requester.post('/requests', {
        ...seedDraft(),
        target: { environments: [], vulnerabilities: [] },
      });
      expect(body).not.toHaveProperty('target');
    });
  });
});
