import { check, found, replace } from '../__testUtils__/check';
import { DIGEST, SHA } from '../__testUtils__/soundService';

const DEPLOY = 'orders-api/.github/workflows/deploy.yml';
const DRIFT = 'orders-api/.github/workflows/drift.yml';
const SCRIPT = 'orders-api/scripts/deploy.sh';
const ACTION = 'orders-api/.github/actions/build/action.yml';

/** `line message` of what is found, with some files changed. */
const lint = async (edits: Parameters<typeof found>[0]) =>
  (await found(edits)).map(text => text.replace('orders-api/', ''));

const action = (steps: string) => `name: Build
description: Builds
runs:
  using: composite
  steps:
${steps}`;

describe('checkWorkflows', () => {
  describe('workflow-lint', () => {
    it.each<[string, (sound: string) => string, string]>([
      // Structure
      [
        'a key that GitHub does not know',
        replace('permissions: {}\njobs:', 'permissions: {}\nsteps: []\njobs:'),
        "6 'steps' is no key that GitHub knows here.",
      ],
      [
        'a key of a job',
        replace('    outputs:\n', '    timeout: 5\n    outputs:\n'),
        "12 'timeout' is no key that GitHub knows here.",
      ],
      [
        'a key of a step',
        replace(
          '        run: docker build',
          '        args: x\n        run: docker build',
        ),
        "19 'args' is no key that GitHub knows here.",
      ],
      [
        'no trigger',
        replace('on:\n  push:\n    branches: [main]\n', ''),
        "1 The workflow has no 'on'.",
      ],
      [
        'no machine',
        replace(
          '    needs: build\n    runs-on: ubuntu-latest\n',
          '    needs: build\n',
        ),
        '26 The job deploy does not say where it runs.',
      ],
      [
        'a job that is not there',
        replace('needs: build\n', 'needs: [build, test]\n'),
        '27 The job deploy needs test, which is no job of the workflow.',
      ],
      [
        'a step that does nothing',
        replace(
          '      - name: Push\n        run: docker push "$IMAGE"\n',
          '      - name: Push\n',
        ),
        '24 A step either uses an action or runs a script.',
      ],
      [
        'a step that does two things',
        replace(
          '      - name: Push\n',
          `      - name: Push\n        uses: a/b@${SHA}\n`,
        ),
        '24 A step either uses an action or runs a script.',
      ],
      [
        'a step that is not there',
        replace('steps.build.outputs.tag', 'steps.bulid.outputs.tag'),
        '13 The expression is always empty: no step here has the id bulid.',
      ],
      [
        'a job that is not waited for',
        replace('    needs: build\n', ''),
        '32 The expression is always empty: the job does not need build.',
      ],
      [
        'an expression that is not closed',
        replace('needs.build.outputs.tag }}', 'needs.build.outputs.tag }'),
        '33 The expression is not closed.',
      ],
      // Safety
      [
        'no permissions',
        replace('permissions: {}\n', ''),
        '25 The job deploy has all permissions that the repository gives: neither it nor the workflow names any.',
      ],
      [
        'all permissions',
        replace('permissions: {}', 'permissions: write-all'),
        '5 The permissions are write-all.',
      ],
      [
        'permissions to read all',
        replace(
          '    permissions:\n      contents: read\n',
          '    permissions: read-all\n',
        ),
        '10 The permissions are read-all.',
      ],
      [
        'permissions that every job has',
        replace('permissions: {}', 'permissions:\n  contents: write'),
        '6 Every job may write contents.',
      ],
      [
        'no time-out',
        replace(
          '    timeout-minutes: 10\n    steps:\n      - run: bash',
          '    steps:\n      - run: bash',
        ),
        '26 The job deploy may run for six hours: it has no timeout-minutes.',
      ],
      [
        'a trigger that strangers pull',
        replace('  push:\n    branches: [main]', '  pull_request_target:'),
        '3 The trigger pull_request_target runs with secrets on what others wrote.',
      ],
      [
        'the same in a list',
        replace(
          'on:\n  push:\n    branches: [main]',
          'on: [push, workflow_run]',
        ),
        '2 The trigger workflow_run runs with secrets on what others wrote.',
      ],
      [
        'credentials that stay',
        replace('        with:\n          persist-credentials: false\n', ''),
        '15 The checkout leaves its token in the working copy, where every later step can read it.',
      ],
      [
        'credentials that stay on purpose',
        replace('persist-credentials: false', 'persist-credentials: true'),
        '15 The checkout leaves its token in the working copy, where every later step can read it.',
      ],
      [
        'an expression in a script',
        replace('docker push "$IMAGE"', 'docker push "${{ github.head_ref }}"'),
        '25 An expression stands in the script: what it gives is run as code.',
      ],
      [
        'an expression in a script of an action',
        replace(
          '- name: Push\n        run: docker push "$IMAGE"',
          `- uses: actions/github-script@${SHA}\n        with:\n          script: console.log(\`\${{ github.head_ref }}\`)`,
        ),
        '26 An expression stands in the script: what it gives is run as code.',
      ],
      [
        'a command that is gone',
        replace('docker push "$IMAGE"', 'echo "::set-output name=a::b"'),
        '25 The script uses a workflow command that GitHub has removed.',
      ],
      // Pins
      [
        'a tag',
        replace(`actions/checkout@${SHA}`, 'actions/checkout@v4'),
        '15 actions/checkout@v4 is not pinned: a tag or branch can be moved to other code.',
      ],
      [
        'a short SHA',
        replace(`actions/checkout@${SHA}`, 'actions/checkout@0123456'),
        '15 actions/checkout@0123456 is not pinned: a tag or branch can be moved to other code.',
      ],
      [
        'no version',
        replace(
          '- name: Push\n        run: docker push "$IMAGE"',
          '- uses: a/b',
        ),
        '24 a/b is no action.',
      ],
      [
        'an image without digest',
        replace(
          '- name: Push\n        run: docker push "$IMAGE"',
          '- uses: docker://alpine:3',
        ),
        '24 The image docker://alpine:3 is not pinned by digest.',
      ],
      [
        'an action that is not there',
        replace(
          '- name: Push\n        run: docker push "$IMAGE"',
          '- uses: ./.github/actions/gone',
        ),
        '24 ./.github/actions/gone is not in the repository.',
      ],
    ])('finds %s', async (_, edit, expected) => {
      const [line, ...message] = expected.split(' ');
      expect(await lint({ [DEPLOY]: edit })).toEqual([
        `.github/workflows/deploy.yml:${line} workflow-lint ${message.join(
          ' ',
        )}`,
      ]);
    });

    it('finds secrets that are handed on, and a job that calls and works', async () => {
      expect(
        await lint({
          [DEPLOY]: sound =>
            `${sound}  call:\n    uses: ./.github/workflows/drift.yml\n    secrets: inherit\n    steps:\n      - run: "true"\n`,
        }),
      ).toEqual([
        '.github/workflows/deploy.yml:34 workflow-lint The job call calls a workflow and has steps of its own.',
        '.github/workflows/deploy.yml:36 workflow-lint The job call hands all secrets on.',
      ]);
    });

    it('finds jobs that wait for each other', async () => {
      const text = (needs: string, name: string) =>
        `  ${name}:\n    needs: ${needs}\n    runs-on: x\n    timeout-minutes: 1\n    steps:\n      - run: "true"\n`;
      expect(
        await lint({
          [DRIFT]: sound =>
            sound + text('b', 'a') + text('a', 'b') + text('a', 'c'),
        }),
      ).toEqual([
        '.github/workflows/drift.yml:13 workflow-lint The job a never starts: jobs that it needs wait for each other.',
        '.github/workflows/drift.yml:19 workflow-lint The job b never starts: jobs that it needs wait for each other.',
        '.github/workflows/drift.yml:25 workflow-lint The job c never starts: jobs that it needs wait for each other.',
      ]);
    });

    it('finds two steps of one id', async () => {
      expect(
        await lint({
          [DEPLOY]: replace(
            '      - name: Push\n',
            '      - name: Push\n        id: build\n',
          ),
        }),
      ).toEqual([
        '.github/workflows/deploy.yml:18 workflow-lint Two steps of the job build have the id build.',
        '.github/workflows/deploy.yml:25 workflow-lint Two steps of the job build have the id build.',
      ]);
    });

    it('warns of permissions that every job has', async () => {
      const { findings } = await check({
        [DEPLOY]: replace('permissions: {}', 'permissions:\n  contents: write'),
      });
      expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    });

    it.each([
      `docker://alpine@${DIGEST}`,
      `a/b/c/d@${SHA}`,
      './.github/actions/build',
    ])('takes %s', async uses => {
      expect(
        await lint({
          [DEPLOY]: sound => `${sound}      - uses: ${uses}\n`,
          [ACTION]: action('    - run: echo\n      shell: bash\n'),
        }),
      ).toEqual([]);
    });

    it('looks into composite actions', async () => {
      expect(
        await lint({
          [ACTION]: action(`    - uses: actions/checkout@v4
    - run: echo
    - run: echo \${{ inputs.name }}
      shell: bash
      if: steps.gone.outputs.x
`),
        }),
      ).toEqual([
        '.github/actions/build/action.yml:6 workflow-lint The checkout leaves its token in the working copy, where every later step can read it.',
        '.github/actions/build/action.yml:6 workflow-lint actions/checkout@v4 is not pinned: a tag or branch can be moved to other code.',
        '.github/actions/build/action.yml:7 workflow-lint A step that runs a script in an action has to name its shell.',
        '.github/actions/build/action.yml:8 workflow-lint An expression stands in the script: what it gives is run as code.',
        '.github/actions/build/action.yml:10 workflow-lint The expression is always empty: no step here has the id gone.',
      ]);
    });

    it.each([
      '',
      '- a\n- b\n',
      'text\n',
      'jobs: 7\non: push\n',
      'on: push\njobs:\n  a: x\n  b: [1]\n  c:\n    steps: {}\n',
    ])('does not fall over %j', async text => {
      expect((await lint({ [DEPLOY]: text })).length).toBeGreaterThan(0);
    });
  });

  describe('image-scan-critical', () => {
    const SCAN =
      '      - name: Scan\n        run: trivy image --exit-code 1 --severity CRITICAL "$IMAGE"\n';
    const trivy = (...inputs: string[]) =>
      `      - uses: aquasecurity/trivy-action@${SHA}\n        with:\n${inputs
        .map(input => `          ${input}\n`)
        .join('')}`;

    it.each<[string, string]>([
      ['an action', trivy("exit-code: '1'")],
      ['a script', '      - run: bash scripts/scan.sh\n'],
      [
        'a script that is called by a script',
        '      - run: ./scripts/all.sh\n',
      ],
      ['another program', '      - run: grype "$IMAGE" --fail-on critical\n'],
    ])('takes %s', async (_, step) => {
      expect(
        await lint({
          [DEPLOY]: replace(SCAN, step),
          'orders-api/scripts/scan.sh': 'trivy \\\n  image "$IMAGE"\n',
          'orders-api/scripts/all.sh': 'bash "$here/scan.sh"\n',
        }),
      ).toEqual([]);
    });

    it.each<[string, (sound: string) => string, string]>([
      [
        'no scan',
        replace(SCAN, ''),
        '18 image-scan-critical The image is built here, but not scanned.',
      ],
      [
        'nothing but a list',
        replace(SCAN, '      - run: trivy image --format spdx-json "$IMAGE"\n'),
        '18 image-scan-critical The image is built here, but not scanned.',
      ],
      [
        'a script that does not scan',
        replace(SCAN, '      - run: bash scripts/deploy.sh\n'),
        '18 image-scan-critical The image is built here, but not scanned.',
      ],
      [
        'a scan too late',
        sound =>
          replace(
            '      - name: Push\n        run: docker push "$IMAGE"\n',
            '',
          )(sound).replace(SCAN, `      - run: docker push "$IMAGE"\n${SCAN}`),
        '22 image-scan-critical The image is pushed before it is scanned.',
      ],
      [
        'a build that pushes',
        sound =>
          replace(SCAN, '')(sound)
            .replace(
              '        run: docker build --tag "$IMAGE" .\n',
              `        uses: docker/build-push-action@${SHA}\n        with: { push: true }\n`,
            )
            .replace(
              '      - name: Push\n        run: docker push "$IMAGE"\n',
              SCAN,
            ),
        '18 image-scan-critical The image is pushed before it is scanned.',
      ],
      [
        'a scan that is ignored',
        replace(SCAN, `${SCAN}        continue-on-error: true\n`),
        '22 image-scan-critical The scan does not stop the pipeline, whatever it finds.',
      ],
      [
        'an action that ends well',
        replace(SCAN, trivy('image-ref: x')),
        '22 image-scan-critical The scan does not stop the pipeline, whatever it finds.',
      ],
    ])('finds %s', async (_, edit, expected) => {
      expect(await lint({ [DEPLOY]: edit })).toEqual([
        `.github/workflows/deploy.yml:${expected}`,
      ]);
    });

    it('finds an image that nobody builds', async () => {
      expect(await lint({ [DEPLOY]: null })).toEqual([
        'Dockerfile:1 image-scan-critical No workflow builds and scans the image of the Dockerfile.',
      ]);
    });

    it('asks nothing where there is no image', async () => {
      const { findings } = await check({
        [DEPLOY]: null,
        'orders-api/Dockerfile': null,
      });
      expect(findings).toEqual([]);
    });

    it('looks into composite actions', async () => {
      expect(
        await lint({
          [DEPLOY]: null,
          [ACTION]: action(
            '    - run: docker buildx build --push .\n      shell: bash\n',
          ),
        }),
      ).toEqual([
        '.github/actions/build/action.yml:6 image-scan-critical The image is built here, but not scanned.',
      ]);
    });
  });

  describe('drift-detection', () => {
    const NONE =
      'drift-detection No scheduled workflow compares what runs with what is declared.';

    it.each([
      'argocd app diff orders-api',
      'terraform plan -refresh-only -detailed-exitcode',
      'bash scripts/drift.sh',
    ])('takes %s', async run => {
      expect(
        await lint({
          [DRIFT]: replace('tofu plan -detailed-exitcode', run),
          'orders-api/scripts/drift.sh':
            'jq \'select(.status.sync.status == "OutOfSync")\'\n',
        }),
      ).toEqual([]);
    });

    it('finds a plan that tells nobody', async () => {
      expect(
        await lint({ [DRIFT]: replace(' -detailed-exitcode', '') }),
      ).toEqual([`.github/workflows/drift.yml:1 ${NONE}`]);
    });

    it('finds one that nobody starts', async () => {
      expect(
        await lint({
          [DRIFT]: replace(
            "schedule:\n    - cron: '0 4 * * *'",
            'workflow_dispatch:',
          ),
        }),
      ).toEqual([`.github/workflows:1 ${NONE}`]);
    });

    it('finds none', async () => {
      expect(await lint({ [DRIFT]: null })).toEqual([
        `.github/workflows:1 ${NONE}`,
      ]);
    });
  });

  describe('terraform-only', () => {
    const changes = async (command: string) =>
      (await lint({ [SCRIPT]: replace('kubectl get pods', command) })).map(
        text =>
          text.replace(
            'scripts/deploy.sh:4 terraform-only The script changes the cluster by hand: ',
            '',
          ),
      );

    it.each([
      ['kubectl apply -f x.yaml', 'kubectl apply.'],
      ['kubectl --context prod -n orders apply -f -', 'kubectl apply.'],
      ['cat x | kubectl create -f -', 'kubectl create.'],
      [
        'if ! kubectl rollout  restart deploy/x; then',
        'kubectl rollout restart.',
      ],
      ['oc scale deploy/x --replicas 0', 'kubectl scale.'],
    ])('finds %s', async (command, expected) => {
      expect(await changes(command)).toEqual([expected]);
    });

    it.each([
      'kubectl get pods --watch',
      'kubectl rollout status deploy/x',
      'kubectl apply --dry-run=server -f x.yaml',
      'kubectl logs x # then kubectl apply',
      'kubectl-neat apply',
      'echo kubectl; apply',
      'kubectl get applysets',
    ])('takes %s', async command => {
      expect(await changes(command)).toEqual([]);
    });

    it('says the line in a step', async () => {
      expect(
        await lint({
          [DEPLOY]: replace(
            'run: docker push "$IMAGE"',
            'run: |\n          docker push "$IMAGE"\n\n          kubectl apply -f x.yaml',
          ),
          'orders-api/Makefile': 'deploy:\n\tkubectl delete pod x\n',
        }),
      ).toEqual([
        '.github/workflows/deploy.yml:28 terraform-only The script changes the cluster by hand: kubectl apply.',
        'Makefile:2 terraform-only The script changes the cluster by hand: kubectl delete.',
      ]);
    });
  });
});
