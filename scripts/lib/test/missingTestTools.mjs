import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandOnPath } from '../process/commandOnPath.mjs';

const tools = [
  {
    tests: 'tests against a real Prometheus',
    commands: ['prometheus', 'promtool'],
  },
  {
    tests: 'tests of exports against real policy engines',
    commands: ['opa', 'conftest', 'gator', 'kyverno'],
  },
  {
    tests: 'tests of what templates make for Kubernetes',
    commands: [
      'helm',
      'kubeconform',
      'kube-score',
      'gator',
      'promtool',
      'yamllint',
    ],
  },
  {
    tests: 'tests of the pipelines that templates make',
    commands: [
      'actionlint',
      'zizmor',
      'shellcheck',
      'yamllint',
      'kubeconform',
      'jq',
      'curl',
    ],
  },
  {
    tests: 'tests of the Terraform that templates make',
    commands: ['tofu', 'tflint', 'checkov'],
  },
  {
    tests: 'tests of the applications that templates make',
    commands: ['hadolint', 'promtool', 'go', 'python3', 'mkdocs', 'yamllint'],
  },
];

/** Which tests cannot run, and the programs that this machine lacks for them. */
export function missingTestTools(
  { PATH: path, GOLDEN_PATH_TOOLS: folder = '' } = process.env,
) {
  const hasSchemas = existsSync(join(folder, 'schemas'));
  return tools
    .map(({ tests, commands }) => ({
      tests,
      missing: [
        ...commands.filter(command => !commandOnPath(command, path)),
        // Which is of no use without them
        ...(commands.includes('kubeconform') && !hasSchemas
          ? ['schemas of Kubernetes in $GOLDEN_PATH_TOOLS']
          : []),
      ],
    }))
    .filter(({ missing }) => missing.length > 0);
}
