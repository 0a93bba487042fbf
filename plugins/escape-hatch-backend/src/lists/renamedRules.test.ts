import { TestDatabases } from '@backstage/backend-test-utils';
import { seedDraft } from '../__testUtils__/seedDraft';
import { startEscapeHatchBackend } from '../__testUtils__/startEscapeHatchBackend';
import { HatchesUnderTest } from '../requests/__testUtils__/HatchesUnderTest';
import { TestCatalog } from '../requests/__testUtils__/TestCatalog';
import { RuleUseStore } from './RuleUseStore';

jest.setTimeout(120_000);

const rule = (id: string, aliases: string[] = []) => ({
  rules: [{ id, title: 'GPU', description: 'GPU', aliases }],
});

describe('rules that have another name now', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  describe.each(databases.eachSupportedId())('on %p', databaseId => {
    it('have their requests listed by each of their names', async () => {
      const knex = await databases.init(databaseId);
      const old = await HatchesUnderTest.create(knex, {
        escapeHatch: rule('gpu'),
      });
      await old.request({ rules: ['gpu'] });
      const backend = await startEscapeHatchBackend({
        knex,
        catalog: new TestCatalog(),
        escapeHatch: rule('gpu-driver', ['gpu']),
      });
      const caller = backend.as('ml-engineer');
      await caller.post('/requests', { ...seedDraft(), rules: ['gpu'] });
      await caller.post('/requests', seedDraft());
      for (const name of ['gpu-driver', 'gpu']) {
        const { body } = await caller.get(`/requests?rule=${name}`);
        expect(body.items.map((item: any) => item.number)).toEqual([2, 1]);
      }
      await backend.stop();
    });

    it('are counted by the name of now, and each owner once', async () => {
      const knex = await databases.init(databaseId);
      const hatches = await HatchesUnderTest.create(knex, {
        escapeHatch: rule('gpu'),
      });
      const at = (name: string) => ({ target: { name } });
      await hatches.approved({ rules: ['gpu'], ...at('one') });
      const young = await HatchesUnderTest.create(knex, {
        escapeHatch: rule('gpu-driver', ['gpu']),
      });
      await young.approved({ rules: ['gpu-driver'], ...at('two') });
      const uses = new RuleUseStore({ knex, settings: young.settings });
      expect(await uses.read(young.time)).toEqual(
        new Map([['gpu-driver', { active: 2, owners: 1 }]]),
      );
    });
  });
});
