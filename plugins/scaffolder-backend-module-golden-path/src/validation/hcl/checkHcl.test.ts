import { found, replace } from '../__testUtils__/check';

const MAIN = 'orders-api/terraform/main.tf';
const MODULE = 'orders-api/terraform/modules/http/main.tf';

const lint = async (edits: Parameters<typeof found>[0]) =>
  (await found(edits)).map(text =>
    text.replace('orders-api/terraform/', '').replace(' hcl-reference ', ' '),
  );

describe('checkHcl', () => {
  it.each<[string, (sound: string) => string, string]>([
    [
      'a variable',
      replace('${var.name}-lb', '${var.nam}-lb'),
      'main.tf:10 The variable nam is not declared.',
    ],
    [
      'a local value',
      replace('local.tags', 'local.tag'),
      'main.tf:11 The local value tag is not declared.',
    ],
    [
      'a resource',
      replace('aws_lb.service.arn', 'aws_lb.services.arn'),
      'main.tf:16 The resource aws_lb.services is not declared.',
    ],
    [
      'a data source',
      replace('local.tags', 'data.aws_region.current.name'),
      'main.tf:11 The data source aws_region.current is not declared.',
    ],
    [
      'a module',
      replace('module.http.url', 'module.https.url'),
      'main.tf:20 The module https is not called.',
    ],
    [
      'an output',
      replace('module.http.url', 'module.http.arn'),
      'main.tf:20 The module http has no output arn.',
    ],
    [
      'an argument that the module does not have',
      replace('  arn    =', '  path = 1\n  arn    ='),
      'main.tf:16 The module http has no variable path.',
    ],
    [
      'an argument that it needs',
      replace('  arn    = aws_lb.service.arn\n', ''),
      'main.tf:14 The module http needs the variable arn.',
    ],
    [
      'a module that is not there',
      replace('./modules/http', './modules/https'),
      'main.tf:15 The module http is not in the repository: ./modules/https.',
    ],
    [
      'a reference in a heredoc',
      sound => `${sound}locals {\n  x = <<EOT\n    \${var.gone}\n  EOT\n}\n`,
      'main.tf:24 The variable gone is not declared.',
    ],
  ])('finds %s', async (_, edit, expected) => {
    expect(await lint({ [MAIN]: edit })).toEqual([expected]);
  });

  it.each<[string, string]>([
    [
      'what is not code',
      'locals {\n  # var.a\n  x = "var.b local.c $${var.d}" // aws_x.y\n}\n',
    ],
    [
      'names of expressions',
      'locals {\n  x = [for my_item in var.name : my_item.id]\n  y = { for my_key, my_item in {} : my_key => my_item.z if my_item.ok }\n}\n',
    ],
    [
      'names of dynamic blocks',
      'resource "a_b" "c" {\n  dynamic "my_block" {\n    for_each = [1]\n    content {\n      x = my_block.value\n    }\n  }\n  dynamic "other" {\n    for_each = [1]\n    iterator = my_iterator\n    content {\n      x = my_iterator.value\n    }\n  }\n}\n',
    ],
    [
      'what Terraform names',
      'locals {\n  x = [path.module, terraform.workspace]\n}\nresource "a_b" "c" {\n  count = 2\n  x = [count.index, each.key, self.id]\n  provider = aws.us\n}\n',
    ],
    [
      'what was there before',
      'moved {\n  from = aws_lb.old\n  to   = aws_lb.service\n}\n',
    ],
    [
      'parts of parts',
      'locals {\n  x = aws_lb.service.my_part.my_other\n  y = aws_lb.service["a"].my_part.z\n}\n',
    ],
    [
      'functions of providers',
      'locals {\n  x = provider::my_provider::f(var.name)\n}\n',
    ],
    [
      'data sources',
      'data "aws_region" "current" {}\nlocals {\n  x = data.aws_region.current.name\n}\n',
    ],
    [
      'modules from elsewhere',
      'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n  x = 1\n}\nlocals {\n  x = module.vpc.anything\n}\n',
    ],
    [
      'declarations in another file of the folder',
      'locals {\n  x = local.elsewhere\n}\n',
    ],
  ])('takes %s', async (_, text) => {
    expect(
      await lint({
        [MAIN]: sound => sound + text,
        'orders-api/terraform/locals.tf': 'locals {\n  elsewhere = 1\n}\n',
      }),
    ).toEqual([]);
  });

  it('says where the syntax is wrong, and nothing that follows from it', async () => {
    expect(
      await lint({ [MODULE]: replace('default = 8080', 'default =') }),
    ).toEqual([
      'modules/http/main.tf:7 The file is no sound HCL: Invalid expression; Expected the start of an expression, but found an invalid expression token.',
    ]);
  });

  it.each([
    'orders-api/.tflint.hcl',
    'orders-api/terraform/a.tfvars',
    'orders-api/terraform/tests/a.tftest.hcl',
  ])('reads %s', async path => {
    expect(await lint({ [path]: 'a = var.b\n' })).toEqual([]);
    const [finding] = await found({ [path]: 'a = \n' });
    expect(finding).toMatch(
      `${path}:1 hcl-reference The file is no sound HCL: `,
    );
  });

  it('finds out what is too long or too deep', async () => {
    expect(
      await lint({
        'orders-api/terraform/deep.tf': `a = ${'['.repeat(50_000)}\n`,
        'orders-api/terraform/long.tf': '#'.repeat(300_000),
      }),
    ).toEqual([
      'deep.tf:1 The file is no sound HCL: the file is too deep or too large to be read',
      'long.tf:1 The file is no sound HCL: expected at most 262144 characters, got 300000',
    ]);
  });
});
