import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWriteSloAction } from './createWriteSloAction';

const INPUT = {
  targetPath: './orders',
  service: 'orders',
  name: 'availability',
  indicator: {
    kind: 'availability',
    selector: 'job="orders"',
    counter: 'http_requests_total',
    success: 'status!~"5.."',
  },
  objective: 0.995,
  window: '30d',
};

describe('slo:write', () => {
  let workspacePath: string;

  beforeEach(async () => {
    workspacePath = await mkdtemp(join(tmpdir(), 'slo-write-test-'));
  });

  afterEach(() => rm(workspacePath, { recursive: true, force: true }));

  async function run(options: { input?: object; isDryRun?: boolean } = {}) {
    const output: Record<string, any> = {};
    await createWriteSloAction().handler({
      workspacePath,
      isDryRun: options.isDryRun ?? false,
      input: { ...INPUT, ...options.input },
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
    } as any);
    return output;
  }

  it.each([
    ['./orders', 'orders/slos/availability.yaml'],
    ['.', 'slos/availability.yaml'],
  ])('writes the document below %s', async (targetPath, file) => {
    const { path, content, validation } = await run({ input: { targetPath } });
    expect(path).toBe('slos/availability.yaml');
    expect(await readFile(join(workspacePath, file), 'utf8')).toBe(content);
    expect(validation).toEqual({ findings: [], rulesPassed: 2, manifests: [] });
  });

  it('writes nothing that the portal could not use', async () => {
    await expect(run({ input: { window: 'soon' } })).rejects.toThrow(
      /^The answers make no SLO document that can be used\. slos\/availability\.yaml: \d+:\d+ slos\[0\]\.window: /,
    );
    expect(await readdir(workspacePath)).toEqual([]);
  });

  it.each([
    ['./orders', 'orders/slos/availability.yaml'],
    ['.', 'slos/availability.yaml'],
  ])('tells of it in a dry run below %s', async (targetPath, file) => {
    const { content, validation } = await run({
      input: { targetPath, window: 'soon' },
      isDryRun: true,
    });
    const line = content.split('\n').indexOf('    window: "soon"') + 1;
    expect(validation.findings).toContainEqual(
      expect.objectContaining({ file, line, rule: 'slo-document' }),
    );
  });
});
