import type { JsonObject } from '@backstage/types';
import { renderTemplate, renderWhole } from '../__testUtils__/renderTemplate';

jest.setTimeout(60_000);

const ANSWERS = {
  name: 'orders-api',
  owner: 'group:default/shop',
  language: 'node',
  exposure: 'internal',
};

async function production(answers: JsonObject = {}): Promise<string> {
  const files = await renderTemplate({
    template: 'ecs-service',
    values: { ...ANSWERS, ...answers },
  });
  return String(files.get('orders-api/terraform/envs/production/main.tf'));
}

describe('template ecs-service', () => {
  it('needs four answers', async () => {
    const main = await production();
    expect(main).toMatch(/service_name = "orders-api"/);
    expect(main).toMatch(/environment {2}= "production"/);
    expect(main).toMatch(/team {9}= "shop"/);
    expect(main).toMatch(/region = "eu-west-1"/);
    expect(main).toMatch(/cpu {4}= 256\n {2}memory = 512\n/);
    expect(main).toMatch(/min_tasks = 2\n {2}max_tasks = 10\n/);
    expect(main).toMatch(/public = false\n/);
    expect(main).toMatch(/host = "orders-api\.\$\{module\.platform\.domain\}"/);
  });

  it('takes the others', async () => {
    const main = await production({
      exposure: 'public',
      host: 'orders.example.com',
      autoscaling: false,
      size: '1024-4096',
      region: 'eu-central-1',
    });
    expect(main).toMatch(/region = "eu-central-1"/);
    expect(main).toMatch(/cpu {4}= 1024\n {2}memory = 4096\n/);
    expect(main).toMatch(/min_tasks = 2\n {2}max_tasks = 2\n/);
    expect(main).toMatch(/public = true\n/);
    expect(main).toMatch(/host = "orders\.example\.com"/);
  });

  it('writes a repository and nothing beside it', async () => {
    const { files, validation } = await renderWhole({
      template: 'ecs-service',
      values: ANSWERS,
    });
    const paths = [...files.keys()];
    expect(paths.filter(path => !path.startsWith('orders-api/'))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'orders-api/.golden-path.json',
        'orders-api/.github/workflows/checks.yml',
        'orders-api/.github/workflows/deploy.yml',
        'orders-api/.github/workflows/drift.yml',
        'orders-api/.github/workflows/terraform.yml',
        'orders-api/Dockerfile',
        'orders-api/catalog-info.yaml',
        'orders-api/slos/orders-api.yaml',
        'orders-api/terraform/modules/http-service/contract/tests/contract.tftest.hcl',
      ]),
    );
    // Written by the team: see the README.
    expect(paths.filter(path => path.endsWith('.lock.hcl'))).toEqual([]);
    expect(validation?.findings).toEqual([]);

    const { template, files: notes } = JSON.parse(
      String(files.get('orders-api/.golden-path.json')),
    );
    expect(template).toBe('ecs-service');
    const ownership = (path: string) => notes[path].ownership;
    expect([
      ownership('terraform/modules/http-service/main.tf'),
      ownership('terraform/envs/staging/main.tf'),
      ownership('.github/workflows/deploy.yml'),
      ownership('src/main.ts'),
    ]).toEqual(['managed', 'merge', 'managed', 'seed']);
  });

  it('has the first module of the golden path in it', async () => {
    const files = await renderTemplate({
      template: 'ecs-service',
      values: ANSWERS,
    });
    const module = [...files]
      .filter(([path]) => path.includes('/modules/http-service/'))
      .map(([, content]) => String(content).replace(/ +/g, ' '))
      .join('\n');
    const resource = (text: string) => expect(module).toContain(text);

    for (const variable of [
      ...['service_name', 'image', 'cpu', 'memory', 'tags'],
      // What it used without declaring it
      ...['environment', 'team', 'secrets'],
    ]) {
      resource(`variable "${variable}" {`);
    }
    resource('default = 256');
    resource('default = 512');
    for (const tag of [
      'Service = var.service_name',
      'Environment = var.environment',
      'ManagedBy = "terraform"',
      'Team = var.team',
      'tags = merge(var.tags, local.required_tags)',
    ]) {
      resource(tag);
    }
    resource('resource "aws_ecs_task_definition" "service" {');
    resource('requires_compatibilities = ["FARGATE"]');
    resource('network_mode = "awsvpc"');
    resource('execution_role_arn = aws_iam_role.execution.arn');
    resource('task_role_arn = aws_iam_role.task.arn');
    resource(
      'for name, arn in var.secrets : {\n name = name\n valueFrom = arn',
    );
    resource('"awslogs-stream-prefix" = "ecs"');
    resource(
      'ulimits = [{ name = "nofile", softLimit = 65536, hardLimit = 65536 }]',
    );
  });

  it.each([
    ['ghcr.io/example', 'docker login', 'amazon-ecr-login'],
    [
      '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
      'amazon-ecr-login',
      'docker login',
    ],
  ])('logs in to %s', async (registry, with_, without) => {
    const files = await renderTemplate({
      template: 'ecs-service',
      values: { ...ANSWERS, registry },
    });
    const deploy = String(files.get('orders-api/.github/workflows/deploy.yml'));
    expect(deploy).toContain(`IMAGE: ${registry}/orders-api\n`);
    expect(deploy).toContain(with_);
    expect(deploy).not.toContain(without);
  });

  it('evaluates nothing in a text', async () => {
    const description =
      '${{ 7 * 191 }} {{ 7 * 191 }} {% raw %} ${7 * 191} "; rm -rf / #';
    const files = await renderTemplate({
      template: 'ecs-service',
      values: { ...ANSWERS, description },
    });
    const all = [...files].filter(([path]) => !path.includes('lock'));
    expect(all.filter(([, content]) => content.includes('1337'))).toEqual([]);
    expect(
      [...files]
        .filter(([path]) => path.startsWith('orders-api/terraform/'))
        .filter(([, content]) => content.includes('rm -rf')),
    ).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['a name in upper case', { name: 'Orders' }],
    ['a name of 41 characters', { name: `a${'b'.repeat(40)}` }],
    ['a name that begins with a digit', { name: '1orders' }],
    ['a name that AWS refuses', { name: 'orders--api' }],
    ['a name in another alphabet', { name: 'заказы' }],
    ['a name that leaves its folder', { name: '../orders' }],
    ['a command as a name', { name: 'a;rm -rf' }],
    ['an expression as a name', { name: '${{ secrets.X }}' }],
    ['a region that is none', { region: 'eu-west-1"\n}' }],
    ['a registry that is none', { registry: 'ghcr.io/a b' }],
    [
      'a host that is none',
      { exposure: 'public', host: 'orders.example.com"' },
    ],
    ['an objective of 100 %', { objective: 1 }],
    ['a description of two lines', { description: 'a\nb' }],
  ])('refuses %s', async (_, answers) => {
    await expect(production(answers)).rejects.toThrow();
  });
});
