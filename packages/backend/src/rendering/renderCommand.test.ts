import { execFile } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { renderCommand } from './renderCommand';

jest.setTimeout(120_000);

const ROOT = resolve(__dirname, '../../../..');
const TEMPLATES = join(ROOT, 'templates');

const SLO_ANSWERS = {
  component: 'component:default/orders',
  name: 'availability',
  selector: 'job="orders"',
};

describe('renderCommand', () => {
  let cwd: string;
  let printed: string[];
  let complained: string[];

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'render-command-test-'));
    printed = [];
    complained = [];
    await write('values.json', JSON.stringify(SLO_ANSWERS));
    await write('none.json', '{}');
  });

  afterEach(() => rm(cwd, { recursive: true, force: true }));

  async function write(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), content);
  }

  const run = (...args: string[]) =>
    renderCommand({
      args,
      cwd,
      print: text => printed.push(text),
      complain: text => complained.push(text),
    });

  const addSlo = join(TEMPLATES, 'add-slo');

  it('renders into a folder, from the defaults of the form', async () => {
    expect(await run(addSlo, '--values', 'values.json', '--out', 'out')).toBe(
      0,
    );
    const content = await readFile(
      join(cwd, 'out/orders/slos/availability.yaml'),
      'utf8',
    );
    expect(content).toMatch(/^ {4}target: 0\.995$/m);
    expect(content).toMatch(/sum\(rate\(http_requests_total\{job="orders"\}/);
    expect(await readdir(join(cwd, 'out'))).toEqual(['orders']);
    expect(printed.join('\n')).toMatch(
      /^0 errors, 0 warnings, 0 waived; 2 rules found nothing$/m,
    );
    expect(printed.join('\n')).toMatch(/^orders\/slos\/availability\.yaml$/m);
    expect(complained).toEqual([]);
  });

  it('takes what the page Check keeps among the answers', async () => {
    const answers = { ...SLO_ANSWERS, check: 'sha256:0' };
    await write('values.json', JSON.stringify(answers));
    expect(await run(addSlo, '--values', 'values.json', '--out', 'out')).toBe(
      0,
    );
  });

  it('keeps the other files of the folder', async () => {
    await write('out/orders/README.md', '# Orders\n');
    await write('out/orders/slos/availability.yaml', 'old\n');
    await run(addSlo, '--values', 'values.json', '--out', 'out');
    expect(await readFile(join(cwd, 'out/orders/README.md'), 'utf8')).toBe(
      '# Orders\n',
    );
    expect(
      await readFile(join(cwd, 'out/orders/slos/availability.yaml'), 'utf8'),
    ).toMatch(/^service: "orders"$/m);
  });

  it('writes all files or none', async () => {
    await write('template/template.yaml', templateWith(['a.txt', 'b.txt']));
    await write('template/skeleton/a.txt', 'a\n');
    await write('template/skeleton/b.txt', 'b\n');
    await write('out/service/b.txt/in-the-way', '');

    expect(await run('template', '--values', 'none.json', '--out', 'out')).toBe(
      2,
    );
    expect(complained).toEqual([
      `${join(
        cwd,
        'out/service/b.txt',
      )} is in the way of service/b.txt; expected a file or nothing`,
    ]);
    expect(await readdir(join(cwd, 'out/service'))).toEqual(['b.txt']);
    expect(await readdir(join(cwd, 'out'))).toEqual(['service']);
  });

  it('ends with 1 for a finding, and tells of it', async () => {
    await write('template/template.yaml', templateWith(['Dockerfile']));
    await write('template/skeleton/Dockerfile', 'FROM node:latest\n');
    const args = ['template', '--values', 'none.json', '--out', 'out'];

    expect(await run(...args)).toBe(1);
    expect(printed.join('\n')).toMatch(
      /^error {4}service\/Dockerfile:1 +dockerfile +.*\n {9}Fix: /m,
    );
    expect(printed.join('\n')).toMatch(/\d errors?, \d+ warnings?, 0 waived;/);

    printed = [];
    expect(await run(...args, '--json')).toBe(1);
    const { files, validation } = JSON.parse(printed.join('\n'));
    expect(files).toEqual(['service/Dockerfile']);
    expect(validation.findings).toContainEqual(
      expect.objectContaining({
        file: 'service/Dockerfile',
        line: 1,
        rule: 'dockerfile',
        severity: 'error',
        message: expect.any(String),
        fix: expect.any(String),
      }),
    );
  });

  it('copies a tree of plain files', async () => {
    await write('plain/a/b.yaml', 'a: b\n');
    expect(await run('plain', '--out', 'out')).toBe(0);
    expect(await readFile(join(cwd, 'out/a/b.yaml'), 'utf8')).toBe('a: b\n');
  });

  it.each([
    { case: 'no arguments', args: [], says: /^Usage: yarn render/ },
    { case: 'no folder', args: ['--out', 'out'], says: /^Usage: yarn render/ },
    { case: 'no --out', args: ['x'], says: /^Usage: yarn render/ },
    {
      case: 'an unknown option',
      args: ['x', '--force'],
      says: /^Unknown option '--force'/,
    },
    {
      case: 'a folder that is none',
      args: ['nowhere', '--out', 'out'],
      says: /^nowhere is no folder/,
    },
    {
      case: 'a template without values',
      args: [addSlo, '--out', 'out'],
      says: /^Usage: yarn render/,
    },
    {
      case: 'values that are not there',
      args: [addSlo, '--values', 'nowhere.json', '--out', 'out'],
      says: /nowhere\.json cannot be read: .*ENOENT/,
    },
    {
      case: 'values that are no object',
      args: [addSlo, '--values', 'list.json', '--out', 'out'],
      says: /list\.json has no JSON object/,
    },
    {
      case: 'answers that the template refuses',
      args: [addSlo, '--values', 'bad.json', '--out', 'out'],
      says: /^Nothing was rendered:\nname: Up to 63 lower-case letters, digits and dashes, such as availability\.$/,
    },
    {
      case: 'answers to what is not asked',
      args: [addSlo, '--values', 'unknown.json', '--out', 'out'],
      says: /^The template add-slo does not ask for foo, Name; expected some of .*\bname\b/,
    },
    {
      case: 'an empty template.yaml',
      args: ['empty', '--values', 'values.json', '--out', 'out'],
      says: /^\S+\/empty\/template\.yaml has no template; expected one entity of kind Template, apiVersion scaffolder\.backstage\.io\/v1beta3$/,
    },
    {
      case: 'a template without steps',
      args: ['stepless', '--values', 'values.json', '--out', 'out'],
      says: /^\S+\/stepless\/template\.yaml cannot be used: \/spec must have required property 'steps'.*; expected one entity of kind Template$/,
    },
    {
      case: 'a template.yaml that is no YAML',
      args: ['broken', '--values', 'values.json', '--out', 'out'],
      says: /^\S+\/broken\/template\.yaml cannot be used: .* at line 2, column 1; expected one entity of kind Template$/,
    },
    {
      case: 'a file in place of the folder',
      args: [addSlo, '--values', 'values.json', '--out', 'list.json'],
      says: /list\.json cannot be made/,
    },
  ])('ends with 2 for $case', async ({ args, says }) => {
    await write('list.json', '[]');
    await write('bad.json', JSON.stringify({ ...SLO_ANSWERS, name: '../x' }));
    await write(
      'unknown.json',
      JSON.stringify({ ...SLO_ANSWERS, foo: 'bar', Name: 'x' }),
    );
    await write('empty/template.yaml', '');
    await write(
      'stepless/template.yaml',
      JSON.stringify({
        ...JSON.parse(templateWith([])),
        spec: { type: 'service' },
      }),
    );
    await write('broken/template.yaml', 'a: [b\n');
    expect(await run(...args)).toBe(2);
    expect(complained.join('\n')).toMatch(says);
    expect(printed).toEqual([]);
    expect(await readdir(cwd)).not.toContain('out');
  });

  it('says how it is used', async () => {
    expect(await run('--help')).toBe(0);
    expect(printed.join('\n')).toMatch(/^Usage: yarn render/);
  });

  it('is what yarn render runs', async () => {
    const { scripts } = JSON.parse(
      await readFile(join(ROOT, 'package.json'), 'utf8'),
    );
    const [command, ...args] = scripts.render.split(' ');
    const { code, stdout } = await new Promise<{
      code: number;
      stdout: string;
    }>(done =>
      execFile(
        command,
        [...args, addSlo, '--values', 'values.json', '--out', 'out'],
        { cwd: ROOT, env: { ...process.env, INIT_CWD: cwd } },
        (error, out) => done({ code: Number(error?.code ?? 0), stdout: out }),
      ),
    );
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('orders/slos/availability.yaml'),
    });
    expect(await readdir(join(cwd, 'out'))).toEqual(['orders']);
  });
});

/** Renders its skeleton to `service/`, and checks it. */
function templateWith(files: string[]): string {
  return JSON.stringify({
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'test', description: files.join(' ') },
    spec: {
      type: 'service',
      steps: [
        {
          id: 'files',
          action: 'fetch:template',
          input: { url: './skeleton', targetPath: './service', values: {} },
        },
        {
          id: 'validate',
          action: 'golden-path:validate',
          input: {
            entityRef: 'component:default/service',
            service: 'service',
          },
        },
      ],
      output: { validation: '${{ steps.validate.output }}' },
    },
  });
}
