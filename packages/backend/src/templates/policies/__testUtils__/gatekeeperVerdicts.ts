import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The policies as they are in the repository. */
export const POLICIES = resolve(
  __dirname,
  '../../../../../../templates/policies',
);

/** Kinds of constraints, by the rule of an escape hatch that admits what they refuse. */
const RULES: Record<string, string> = {
  K8sRequiredResources: 'resource-limits',
  K8sRequiredProbes: 'probes',
  K8sPSPPrivilegedContainer: 'privileged-container',
  K8sPSPReadOnlyRootFilesystem: 'read-only-root',
  K8sSecurityContext: 'security-context',
  K8sImageSource: 'image-source',
};

/** Which rules Gatekeeper finds broken, by the name of the object; of an object without fault there is no entry. */
export async function gatekeeperVerdicts(
  objects: object[],
): Promise<Map<string, Set<string>>> {
  const folder = await mkdtemp(join(tmpdir(), 'gatekeeper-'));
  try {
    const file = join(folder, 'objects.yaml');
    await writeFile(
      file,
      objects.map(object => JSON.stringify(object)).join('\n---\n'),
    );
    const { stdout } = await runGator([
      'test',
      ...['templates', 'constraints', 'expansion'].flatMap(part => [
        '--filename',
        join(POLICIES, 'gatekeeper', part),
      ]),
      ...['--filename', file, '--output', 'json'],
    ]);
    const verdicts = new Map<string, Set<string>>();
    for (const { constraint, violatingObject } of JSON.parse(stdout) ?? []) {
      const { name } = violatingObject.metadata;
      const rules = verdicts.get(name) ?? new Set();
      verdicts.set(name, rules.add(RULES[constraint.kind]));
    }
    return verdicts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** gator, without the standard input that it would wait for. A verdict is no failure of it. */
export async function runGator(
  args: string[],
): Promise<{ code: number; stdout: string }> {
  return new Promise((done, reject) => {
    const child = execFile(
      'gator',
      args,
      { timeout: 120_000, maxBuffer: 200_000_000 },
      (error, stdout, stderr) => {
        if (error && (typeof error.code !== 'number' || !stdout)) {
          reject(new Error(`gator failed: ${error.message} ${stderr}`));
        } else {
          done({ code: Number(error?.code ?? 0), stdout });
        }
      },
    );
    child.stdin?.end();
  });
}
