import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { runTool } from '../kubernetesService/__testUtils__/runTool';
import { renderService } from './__testUtils__/renderService';

jest.setTimeout(180_000);

const TEMPLATES = resolve(__dirname, '../../../../../templates');

/** Each language and each kind of GitOps repository once. */
const SERVICES = [
  { name: 'in-node', values: { language: 'node' } },
  {
    name: 'in-go',
    values: {
      language: 'go',
      gitops: 'https://git.example.com/shop/gitops.git',
      registry: 'registry.example.com:5000/shop',
    },
  },
  {
    name: 'in-python',
    values: {
      language: 'python',
      gitops: 'https://gitlab.com/shop/platform/gitops',
    },
  },
];
const NAMES = SERVICES.map(({ name }) => name);
let folder: string;

const repository = (name: string) => join(folder, name, name);
const find = (name: string, ...patterns: string[]) =>
  globSync(patterns, { cwd: repository(name), dot: true }).sort();
const read = (name: string, path: string) =>
  readFile(join(repository(name), path), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipeline-'));
  for (const { name, values } of SERVICES) {
    await renderService({ folder: join(folder, name), name, values });
    // actionlint and zizmor look for the root of a repository
    await runTool('git', ['init', '--quiet', repository(name)]);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(NAMES)('what the tools say of the pipeline of %s', name => {
  const check = async (command: string, ...args: string[]) => {
    const { code, stdout, stderr } = await runTool(command, args, {
      cwd: repository(name),
    });
    return { code, findings: stdout, stderr };
  };

  describeWithTools('actionlint', 'shellcheck')('actionlint', () => {
    it('finds nothing with actionlint', async () => {
      expect(await check('actionlint', '-no-color')).toEqual({
        code: 0,
        findings: '',
        stderr: '',
      });
    });
  });

  describeWithTools('zizmor')('zizmor', () => {
    it('finds nothing with zizmor', async () => {
      const { code, findings } = await check(
        'zizmor',
        ...['--offline', '--format', 'json', '--no-progress', '.'],
      );
      expect({ code, findings: JSON.parse(findings) }).toEqual({
        code: 0,
        findings: [],
      });
    });
  });

  describeWithTools('yamllint')('yamllint', () => {
    it('finds nothing with yamllint', async () => {
      expect(
        await check('yamllint', '--strict', '--format', 'parsable', '.github'),
      ).toMatchObject({ code: 0, findings: '' });
    });
  });

  describeWithTools('shellcheck')('shellcheck', () => {
    it('finds nothing with shellcheck', async () => {
      const scripts = find(name, '.github/**/*.sh');
      expect(scripts.length).toBeGreaterThan(15);
      expect(await check('shellcheck', ...scripts)).toMatchObject({
        code: 0,
        findings: '',
      });
    });
  });
});

describe.each(NAMES)('the workflows of %s', name => {
  const workflows = async () =>
    Promise.all(
      find(name, '.github/workflows/*.yml').map(async path => ({
        path,
        workflow: parse(await read(name, path)),
      })),
    );
  const actions = async () =>
    Promise.all(
      find(name, '.github/actions/*/action.yml').map(async path => ({
        path,
        action: parse(await read(name, path)),
      })),
    );
  const jobs = async () =>
    (await workflows()).flatMap(({ path, workflow }) =>
      Object.entries<any>(workflow.jobs).map(([id, job]) => ({
        place: `${path} ${id}`,
        job,
      })),
    );
  const steps = async () => [
    ...(await jobs()).flatMap(({ place, job }) =>
      (job.steps ?? []).map((step: any) => ({ place, step })),
    ),
    ...(await actions()).flatMap(({ path, action }) =>
      action.runs.steps.map((step: any) => ({ place: path, step })),
    ),
  ];

  it('are those of the golden path', () => {
    expect(find(name, '.github/workflows/*')).toEqual(
      ['application', 'chart', 'checks', 'deploy', 'drift'].map(
        it => `.github/workflows/${it}.yml`,
      ),
    );
  });

  it('pin each action by a commit, with its version beside it', async () => {
    const uses = (
      await Promise.all(
        find(name, '.github/**/*.yml').map(path => read(name, path)),
      )
    )
      .join('\n')
      .split('\n')
      .flatMap(line => /^\s*(?:- )?uses: (.*)$/.exec(line)?.[1] ?? []);
    expect(uses.length).toBeGreaterThan(15);
    expect(
      uses.filter(
        it =>
          !/^\.\/\.github\/(actions|workflows)\/[\w./-]+$/.test(it) &&
          !/^[\w-]+\/[\w-]+@[0-9a-f]{40} {2}# v\d+\.\d+\.\d+$/.test(it),
      ),
    ).toEqual([]);
  });

  it('give nothing by default, and each job what it needs', async () => {
    for (const { path, workflow } of await workflows()) {
      expect([path, workflow.permissions]).toEqual([path, {}]);
    }
    for (const { place, job } of await jobs()) {
      expect([place, job.permissions]).toEqual([
        place,
        expect.objectContaining({ contents: 'read' }),
      ]);
    }
  });

  it('bound each job', async () => {
    // A called workflow bounds its own jobs.
    const own = (await jobs()).filter(({ job }) => !job.uses);
    for (const { place, job } of own) {
      expect([place, job['timeout-minutes']]).toEqual([
        place,
        expect.any(Number),
      ]);
    }
  });

  it('leave no credential in a checkout', async () => {
    const checkouts = (await steps()).filter(({ step }) =>
      step.uses?.startsWith('actions/checkout@'),
    );
    expect(checkouts.length).toBeGreaterThan(6);
    for (const { place, step } of checkouts) {
      expect([place, step.with['persist-credentials']]).toEqual([place, false]);
    }
  });

  it('put no expression into a script, and run scripts of files that exist', async () => {
    const runs = (await steps()).filter(({ step }) => step.run);
    expect(runs.length).toBeGreaterThan(15);
    for (const { place, step } of runs) {
      expect([place, step.run]).toEqual([
        place,
        expect.not.stringContaining('${{'),
      ]);
      for (const [, path] of step.run.matchAll(/(\.github\/[\w/.-]+\.sh)/g)) {
        expect(find(name, path)).toEqual([path]);
      }
    }
  });

  it('know the service', async () => {
    const deploy = parse(await read(name, '.github/workflows/deploy.yml'));
    expect(deploy.env).toMatchObject({
      ENTITY_REF: `component:default/${name}`,
      SERVICE: name,
      IMAGE: expect.stringMatching(new RegExp(`/shop/${name}$`)),
      GITOPS_KIND: expect.stringMatching(/^(github|gitlab|git)$/),
      GITOPS_URL: expect.stringMatching(/^https:/),
    });
  });

  it('ask the gate before production, and production waits for both', async () => {
    const { jobs: all } = parse(
      await read(name, '.github/workflows/deploy.yml'),
    );
    expect(all.staging.needs).toEqual([
      'application',
      'chart',
      'build-and-push',
    ]);
    expect(all.gate.needs).toContain('staging');
    expect(all.production.needs).toContain('gate');
    expect(all.gate.environment).toBeUndefined();
    expect(all.production.environment).toBe('production');
  });

  it('never change a cluster themselves', async () => {
    for (const path of find(name, '.github/**/*')) {
      expect([path, await read(name, path)]).toEqual([
        path,
        expect.not.stringMatching(/kubectl|helm (install|upgrade)/),
      ]);
    }
  });
});

describe('the scripts', () => {
  it.each(NAMES)('are the same in %s as in the templates', async name => {
    for (const path of find(name, '.github/**/*.{sh,awk}')) {
      const [source] = globSync(
        [`parts/pipeline/${path}`, `kubernetes-service/skeleton/${path}`],
        { cwd: TEMPLATES, dot: true },
      );
      expect([path, await read(name, path)]).toEqual([
        path,
        await readFile(join(TEMPLATES, source), 'utf8'),
      ]);
    }
  });
});
