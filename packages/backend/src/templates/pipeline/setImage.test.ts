import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPTS = resolve(
  __dirname,
  '../../../../../templates/kubernetes-service/skeleton/.github/scripts/deploy',
);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'set-image-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function setImage(values: string) {
  const file = join(folder, 'values.yaml');
  await writeFile(file, values);
  return spawnSync(
    'awk',
    [
      ...['-v', 'tag=t1', '-v', 'digest=d1'],
      ...['-f', join(SCRIPTS, 'set-image.awk'), file],
    ],
    { encoding: 'utf8' },
  );
}

describe('set-image.awk', () => {
  it('leaves everything else as it is', async () => {
    const { status, stdout } = await setImage(`# what staging has
---
replicaCount: 2

sidecar:
  image:
    tag: "1"   # of another image
    digest: x
image: # of the service

  # the repository is in the chart
  pullPolicy: Always
  tag:   'old'  # full SHA
  digest:
  extra:
    tag: not this one
env:
  tag: neither
`);
    expect(status).toBe(0);
    expect(stdout).toBe(`# what staging has
---
replicaCount: 2

sidecar:
  image:
    tag: "1"   # of another image
    digest: x
image: # of the service

  # the repository is in the chart
  pullPolicy: Always
  tag: "t1"  # full SHA
  digest: "d1"
  extra:
    tag: not this one
env:
  tag: neither
`);
  });

  it.each([
    ['no image', 'replicaCount: 2\n'],
    ['no digest', 'image:\n  tag: a\n'],
    ['no tag', 'image:\n  digest: a\n'],
    ['a tag twice', 'image:\n  tag: a\n  tag: b\n  digest: c\n'],
    ['an image twice', 'image:\n  tag: a\nimage:\n  tag: b\n  digest: c\n'],
    ['another style', 'image: { tag: a, digest: b }\n'],
    ['a tag of several lines', 'image:\n  tag: >-\n    a\n  digest: b\n'],
    ['an anchor', 'image:\n  tag: &it a\n  digest: b\n'],
  ])('refuses a file with %s', async (_, values) => {
    expect((await setImage(values)).status).toBe(1);
  });
});

describe('read-image.awk', () => {
  const readImage = (values: string) =>
    execFileSync('awk', ['-f', join(SCRIPTS, 'read-image.awk')], {
      input: values,
      encoding: 'utf8',
    });

  it('reads what is written', async () => {
    const { stdout } = await setImage(
      'a:\n  tag: x\nimage:\n  tag: ""  # SHA\n  digest: ""\nb:\n  digest: y\n',
    );
    expect(readImage(stdout)).toBe('t1 d1\n');
  });

  it.each([
    ['empty', 'image:\n  tag: ""\n  digest: ""\n'],
    ['incomplete', 'image:\n  tag: a\n'],
    ['missing', 'env: {}\n'],
  ])('reads nothing where it is %s', (_, values) => {
    expect(readImage(values)).toBe('');
  });
});
