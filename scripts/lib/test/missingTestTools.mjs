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
export function missingTestTools(path = process.env.PATH) {
  return tools
    .map(({ tests, commands }) => ({
      tests,
      missing: commands.filter(command => !commandOnPath(command, path)),
    }))
    .filter(({ missing }) => missing.length > 0);
}
