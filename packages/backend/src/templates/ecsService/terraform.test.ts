import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { parse } from 'yaml';
import { TEMPLATES } from '../__testUtils__/renderTemplate';
import { describeWithTools } from '../__testUtils__/describeWithTools';
import { runTool } from '../kubernetesService/__testUtils__/runTool';
import { renderEachPair } from './__testUtils__/renderEachPair';
import { runWithProvider } from './__testUtils__/runWithProvider';
import { Tofu } from './__testUtils__/Tofu';

// Each run of a test in a module with a provider takes a second or two.
jest.setTimeout(400_000);

describeWithTools(
  'tofu',
  'tflint',
  'checkov',
)('the Terraform of an ECS service', () => {
  let folder: string;
  let repositories: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ecs-service-'));
    repositories = await renderEachPair(folder);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is formatted', async () => {
    expect(
      await new Tofu(folder).run('fmt', '-check', '-recursive', '-diff'),
    ).toBe('');
  });

  it('knows everything that it refers to', async () => {
    // One root for all environments: the provider is started once.
    const root = await mkdtemp(join(folder, 'every-environment-'));
    const environments = repositories.flatMap(repository =>
      ['staging', 'production'].map(environment => [
        `${basename(repository)}-${environment}`,
        {
          source: relative(
            root,
            join(repository, 'terraform/envs', environment),
          ),
          image: `ghcr.io/example/a@sha256:${'a'.repeat(64)}`,
          revision: 'a'.repeat(40),
        },
      ]),
    );
    await writeFile(
      join(root, 'main.tf.json'),
      JSON.stringify({ module: Object.fromEntries(environments) }),
    );
    const tofu = new Tofu(root);
    await tofu.init();
    const { valid, diagnostics } = JSON.parse(
      await tofu.run('validate', '-json'),
    );
    await rm(root, { recursive: true });

    expect(environments).toHaveLength(12);
    expect(
      diagnostics
        .map(({ summary }: any) => summary)
        // Its state is the root's.
        .filter(
          (summary: string) => summary !== 'Backend configuration ignored',
        ),
    ).toEqual([]);
    expect(valid).toBe(true);
  });

  it('passes the checks of its own pipeline', async () => {
    const log = await runWithProvider(
      'bash',
      ['.github/scripts/terraform/check.sh'],
      { cwd: repositories[0] },
    );
    const passed = [...log.matchAll(/Success!.* (\d+) passed, 0 failed\./g)];
    // contract, http-service, platform
    expect(passed.map(([, n]) => Number(n))).toEqual([35, 4, 2]);
  });

  it('offers no size that Fargate lacks', async () => {
    const { spec } = parse(
      await readFile(join(TEMPLATES, 'ecs-service/template.yaml'), 'utf8'),
    );
    const sizes: string[] = spec.parameters[1].properties.size.enum;
    const contract = join(
      repositories[0],
      'terraform/modules/http-service/contract',
    );
    // The file with everything but the size, then a run for each size.
    const tests = await readFile(
      join(contract, 'tests/contract.tftest.hcl'),
      'utf8',
    );
    const [answers] = /variables \{\n[^]*?\n\}\n/.exec(tests)!;
    const runs = sizes.map(size => {
      const [cpu, memory] = size.split('-');
      return `run "size_${cpu}_${memory}" {
        variables {
          cpu    = ${cpu}
          memory = ${memory}
        }
      }`;
    });
    await writeFile(
      join(contract, 'tests/sizes.tftest.hcl'),
      [answers, ...runs].join('\n'),
    );

    const tofu = new Tofu(contract);
    await tofu.init();
    expect(await tofu.run('test', '-filter=tests/sizes.tftest.hcl')).toContain(
      `Success! ${sizes.length} passed, 0 failed.`,
    );
  });

  it('has nothing for tflint to find', async () => {
    for (const repository of repositories) {
      const terraform = join(repository, 'terraform');
      const { code, stdout, stderr } = await runTool(
        'tflint',
        ['--recursive', `--config=${join(terraform, '.tflint.hcl')}`],
        { cwd: terraform },
      );
      expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: '' });
    }
  });

  it('has nothing for checkov to find', async () => {
    const { stdout } = await runTool(
      'checkov',
      [
        ...['--directory', folder],
        ...['--framework', 'terraform', 'dockerfile', 'github_actions'],
        ...['--skip-download', '--output', 'json'],
      ],
      { timeout: 300_000 },
    );
    const reports = [JSON.parse(stdout)].flat();
    const checked = reports.map(({ check_type, summary }) => [
      check_type,
      summary.passed > 0,
      summary.parsing_errors,
    ]);
    expect(checked).toContainEqual(['terraform', true, 0]);
    expect(
      reports.flatMap(({ results }) =>
        results.failed_checks.map((check: any) => [
          check.check_id,
          check.resource,
          check.file_path,
        ]),
      ),
    ).toEqual([]);
    // What is skipped says why, where it is skipped.
    for (const { results } of reports) {
      for (const skipped of results.skipped_checks) {
        expect(skipped.check_result.suppress_comment.length).toBeGreaterThan(
          40,
        );
      }
    }
  });
});
