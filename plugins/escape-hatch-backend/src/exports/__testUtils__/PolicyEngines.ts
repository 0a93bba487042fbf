import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { accessSync, constants } from 'node:fs';

const EXAMPLES = resolve(__dirname, '../../../examples');

/** The real engines, with the policies that this package shows as examples. */
export class PolicyEngines {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async create(): Promise<PolicyEngines> {
    return new PolicyEngines(await mkdtemp(join(tmpdir(), 'policy-engines-')));
  }

  async remove(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true });
  }

  /** What OPA answers about an AdmissionReview, with a bundle loaded as agents load it. */
  async opa(options: {
    bundle: Buffer;
    place: object;
    pod: object;
  }): Promise<string[]> {
    const { place, pod } = options;
    const bundle = await this.#write('bundle.tar.gz', options.bundle);
    const data = await this.#write('place.json', { golden_path: place });
    const input = await this.#write('review.json', {
      request: {
        kind: { group: '', version: 'v1', kind: 'Pod' },
        namespace: (pod as any).metadata.namespace,
        object: pod,
      },
    });
    const answer = await this.#run('opa', [
      'eval',
      ...['--bundle', bundle],
      ...['--data', join(EXAMPLES, 'opa'), '--data', data],
      ...['--input', input, '--format', 'values', '--fail'],
      'data.golden_path.admission.deny',
    ]);
    if (answer.code !== 0) {
      throw new Error(`opa failed: ${answer.stderr} ${answer.stdout}`);
    }
    return JSON.parse(answer.stdout)[0];
  }

  /** @throws with OPA's words where the signature of a bundle is not by the key */
  async verifySignature(options: {
    bundle: Buffer;
    algorithm: string;
    /** PEM */
    publicKey: string;
  }): Promise<void> {
    const { code, stdout, stderr } = await this.#run('opa', [
      'build',
      ...['--bundle', await this.#write('signed.tar.gz', options.bundle)],
      ...['--output', join(this.#directory, 'verified.tar.gz')],
      ...['--verification-key-id', 'portal'],
      ...[
        '--verification-key',
        await this.#write('key.pem', options.publicKey),
      ],
      ...['--signing-alg', options.algorithm],
    ]);
    if (code !== 0) {
      throw new Error(`${stdout}${stderr}`);
    }
  }

  /** Whether Gatekeeper admits a pod, with the synced ConfigMaps of an export. */
  async gator(options: { configMaps: string; pod: object }): Promise<boolean> {
    const { code, stdout, stderr } = await this.#run('gator', [
      'test',
      ...['--filename', join(EXAMPLES, 'gatekeeper/template.yaml')],
      ...['--filename', join(EXAMPLES, 'gatekeeper/constraint.yaml')],
      ...['--filename', await this.#write('maps.yaml', options.configMaps)],
      ...['--filename', await this.#write('pod.json', options.pod)],
      ...['--output', 'json'],
    ]);
    const violations = JSON.parse(stdout || 'null');
    if (code !== 0 && !violations) {
      throw new Error(`gator failed: ${stderr}`);
    }
    return !violations;
  }

  /** What conftest finds in a manifest, with the data of an export. */
  async conftest(options: {
    data: string;
    place: object;
    manifest: object;
  }): Promise<string[]> {
    const { place, manifest } = options;
    const { stdout } = await this.#run('conftest', [
      'test',
      ...['--policy', join(EXAMPLES, 'conftest')],
      ...['--policy', join(EXAMPLES, 'opa/escape_hatches.rego')],
      ...['--data', await this.#write('hatches.json', options.data)],
      ...['--data', await this.#write('place.json', { place })],
      ...['--output', 'json'],
      await this.#write('manifest.json', manifest),
    ]);
    const [result] = JSON.parse(stdout);
    return (result.failures ?? []).map(({ msg }: { msg: string }) => msg);
  }

  /** Whether Kyverno admits a pod, with the exceptions of an export. */
  async kyverno(options: {
    policy: 'validating-policy' | 'cluster-policy';
    exceptions: string;
    pod: object;
  }): Promise<boolean> {
    const { stdout, stderr } = await this.#run('kyverno', [
      'apply',
      join(EXAMPLES, `kyverno/${options.policy}.yaml`),
      ...['--resource', await this.#write('pod.json', options.pod)],
      ...(options.exceptions.includes('---')
        ? [
            '--exceptions',
            await this.#write('exceptions.yaml', options.exceptions),
          ]
        : []),
    ]);
    const counts =
      /pass: (\d+), fail: (\d+), warn: (\d+), error: (\d+), skip: (\d+)/.exec(
        stdout,
      );
    const [passed, failed, , errors, skipped] = (counts ?? [])
      .slice(1)
      .map(Number);
    if (!counts || errors > 0 || passed + failed + skipped === 0) {
      throw new Error(`kyverno judged nothing: ${stdout} ${stderr}`);
    }
    return failed === 0;
  }

  async #write(
    name: string,
    content: Buffer | string | object,
  ): Promise<string> {
    const file = join(this.#directory, name);
    const plain = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(file, plain ? content : JSON.stringify(content));
    return file;
  }

  async #run(
    command: string,
    args: string[],
  ): Promise<{ code: number; stdout: string; stderr: string }> {
    return new Promise((done, reject) => {
      const child = execFile(
        command,
        args,
        { timeout: 30_000 },
        (error, stdout, stderr) => {
          if (error && typeof error.code !== 'number') {
            reject(error);
          } else {
            done({ code: Number(error?.code ?? 0), stdout, stderr });
          }
        },
      );
      // gator waits for objects from there.
      child.stdin?.end();
    });
  }
}

/** Of the commands, those that are not on the PATH. */
export function missingCommands(...commands: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands.filter(
    command => !folders.some(folder => isExecutable(join(folder, command))),
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
