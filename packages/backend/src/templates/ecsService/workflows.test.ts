import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { runTool } from '../kubernetesService/__testUtils__/runTool';
import { renderEachPair } from './__testUtils__/renderEachPair';

jest.setTimeout(300_000);

describeWithTools(
  'actionlint',
  'zizmor',
  'yamllint',
  'shellcheck',
)('the pipeline of an ECS service', () => {
  let folder: string;
  let repositories: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ecs-pipeline-'));
    repositories = await renderEachPair(folder);
    // actionlint takes a folder with .git for a repository.
    await Promise.all(
      repositories.map(repository => mkdir(join(repository, '.git'))),
    );
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function findings(command: string, args: string[], cwd: string) {
    const { code, stdout, stderr } = await runTool(command, args, { cwd });
    return code === 0 ? '' : `${cwd}: ${stdout}${stderr}`;
  }

  it('has nothing for actionlint to find', async () => {
    for (const repository of repositories) {
      expect(await findings('actionlint', ['-no-color'], repository)).toBe('');
    }
  });

  it('has nothing for zizmor to find', async () => {
    for (const repository of repositories) {
      expect(
        await findings(
          'zizmor',
          ['--offline', '--no-progress', '--config', '.github/zizmor.yml', '.'],
          repository,
        ),
      ).toBe('');
    }
  });

  it('has nothing for yamllint to find', async () => {
    for (const repository of repositories) {
      expect(await findings('yamllint', ['--strict', '.'], repository)).toBe(
        '',
      );
    }
  });

  it('has nothing for shellcheck to find', async () => {
    const [repository] = repositories;
    const files = await readdir(join(repository, '.github'), {
      recursive: true,
    });
    const scripts = files.filter(file => file.endsWith('.sh'));
    expect(scripts).toContain('scripts/terraform/plan.sh');
    expect(
      await findings('shellcheck', scripts, join(repository, '.github')),
    ).toBe('');
  });
});
