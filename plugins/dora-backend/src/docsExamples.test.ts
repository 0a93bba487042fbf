import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import knexFactory from 'knex';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { githubBuilder } from './github/githubBuilder';
import { readSettings } from './settings';
import { gitBuilder } from './sources/git/gitBuilder';
import { gitOpsBuilder } from './sources/gitops/gitOpsBuilder';
import { readConfiguredSources } from './sources/readConfiguredSources';

const ROOT = join(__dirname, '../../..');
const DOCS = join(ROOT, 'docs/dora');

const pages = [
  join(ROOT, 'README.md'),
  join(ROOT, 'docs/getting-started.md'),
  join(__dirname, '../README.md'),
  ...readdirSync(DOCS).map(name => join(DOCS, name)),
];

/** Blocks of configuration; a list of sources alone stands for `dora.sources`. */
const examples = pages.flatMap(page =>
  [...readFileSync(page, 'utf8').matchAll(/^ *```yaml\n(.*?)^ *```$/gms)]
    .flatMap(([, text]) => parseAllDocuments(text).map(one => one.toJS()))
    .map(value => (Array.isArray(value) ? { dora: { sources: value } } : value))
    .filter(value => value?.dora)
    .map((value, index) => ({
      name: `${page.slice(ROOT.length + 1)}, ${index + 1}`,
      value,
    })),
);

describe('configuration in the documentation', () => {
  const knex = knexFactory({
    client: 'better-sqlite3',
    useNullAsDefault: true,
  });

  afterAll(() => knex.destroy());

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  it.each(examples)('is taken: $name', ({ value }) => {
    const config = new ConfigReader(value);
    const deps = {
      knex,
      integrations: ScmIntegrations.fromConfig(config),
      workDirectory: tmpdir(),
      incidentLabels: [],
    };
    const sources = readConfiguredSources({
      config,
      builders: {
        gitops: gitOpsBuilder(deps),
        git: gitBuilder(deps),
        github: githubBuilder(deps),
      },
    });
    expect(sources).toHaveLength(value.dora.sources?.length ?? 0);
    expect(readSettings(config).productionEnvironments.size).toBeGreaterThan(0);
  });
});
