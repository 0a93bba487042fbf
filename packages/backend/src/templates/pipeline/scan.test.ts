import {
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakePortal } from './__testUtils__/FakePortal';
import { renderService } from './__testUtils__/renderService';
import { runScript } from './__testUtils__/runScript';

jest.setTimeout(60_000);

let folder: string;
let portal: FakePortal;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-'));
  file = join(folder, 'file');
  portal = await FakePortal.start();
  await renderService({ folder });
});

afterAll(async () => {
  await portal.stop();
  await rm(folder, { recursive: true, force: true });
});

function run(script: string, ...args: string[]) {
  return runScript({
    repository: join(folder, 'orders-api'),
    script: `.github/${script}`,
    args,
    env: portal.env,
  });
}

/** As Trivy writes it: a package without a fix has no FixedVersion. */
const vulnerability = (id: string, severity: string, fixed?: string) => ({
  VulnerabilityID: id,
  PkgName: 'libssl3',
  InstalledVersion: '3.0.1',
  ...(fixed && { FixedVersion: fixed }),
  Severity: severity,
});

describe('a scan', () => {
  it('knows no settings but those of the pipeline', async () => {
    const repository = join(folder, 'orders-api');
    const bin = join(folder, 'bin');
    await mkdir(join(folder, 'image'), { recursive: true });
    await mkdir(bin, { recursive: true });
    // Trivy itself needs its database; what it is called with is what matters here.
    await writeFile(
      join(bin, 'trivy'),
      '#!/bin/sh\npwd\nls -A\nenv | grep ^TRIVY_\necho "$@"\n',
      { mode: 0o755 },
    );
    await writeFile(join(repository, '.trivyignore'), 'CVE-1\n');
    await writeFile(join(repository, 'trivy.yaml'), 'severity: [LOW]\n');
    await writeFile(file, '');

    const { code, log } = await runScript({
      repository,
      script: '.github/actions/build-scan-push/scan.sh',
      args: ['../image', '../report.json', '../file'],
      env: { PATH: `${bin}:${process.env.PATH}`, TRIVY_IGNORE_UNFIXED: '1' },
    });

    expect(code).toBe(0);
    const [directory, ...rest] = log.trim().split('\n');
    expect(directory).not.toContain('orders-api');
    const real = await realpath(folder);
    expect(rest).toEqual([
      `image --input ${real}/image --scanners vuln --ignorefile ${real}/file --format json --output ${real}/report.json --timeout 10m`,
    ]);
  });
});

describe('the judgement of a scan', () => {
  async function judge(
    vulnerabilities: object[],
    severities = 'CRITICAL,HIGH',
  ) {
    await writeFile(
      file,
      JSON.stringify({
        SchemaVersion: 2,
        Results: [
          // As for a lock file without any
          { Target: 'package-lock.json' },
          { Target: 'debian', Vulnerabilities: vulnerabilities },
        ],
      }),
    );
    const { code, log } = await run(
      'actions/build-scan-push/judge.sh',
      file,
      severities,
    );
    return { code, annotations: log.split('\n').filter(it => /^::/.test(it)) };
  }

  it.each([
    ['CRITICAL with a fix', vulnerability('CVE-1', 'CRITICAL', '3.0.2')],
    ['CRITICAL without a fix', vulnerability('CVE-1', 'CRITICAL')],
    ['HIGH with a fix', vulnerability('CVE-1', 'HIGH', '3.0.2')],
  ])('refuses %s', async (_, it_) => {
    expect(await judge([it_])).toMatchObject({ code: 1 });
  });

  it('warns of HIGH without a fix', async () => {
    expect(await judge([vulnerability('CVE-1', 'HIGH')])).toEqual({
      code: 0,
      annotations: ['::warning title=CVE-1::HIGH: libssl3 3.0.1, no fix yet'],
    });
  });

  it.each([
    ['nothing', []],
    ['MEDIUM with a fix', [vulnerability('CVE-1', 'MEDIUM', '3.0.2')]],
  ])('passes %s', async (_, vulnerabilities) => {
    expect(await judge(vulnerabilities)).toEqual({ code: 0, annotations: [] });
  });

  it('passes no CRITICAL, whatever is asked for', async () => {
    const found = [
      vulnerability('CVE-1', 'CRITICAL'),
      vulnerability('CVE-2', 'HIGH', '3.0.2'),
    ];
    expect(await judge(found, 'LOW')).toEqual({
      code: 1,
      annotations: ['::error title=CVE-1::CRITICAL: libssl3 3.0.1, no fix yet'],
    });
  });

  it('takes no commands from names', async () => {
    const { annotations } = await judge([
      vulnerability('CVE-1', 'CRITICAL', '1\n::add-path::/tmp'),
    ]);
    expect(annotations).toEqual([
      '::error title=CVE-1::CRITICAL: libssl3 3.0.1, fixed in 1 ::add-path::/tmp',
    ]);
  });

  it('fails without a report', async () => {
    await writeFile(file, '');
    const missing = join(folder, 'missing.json');
    expect(
      await run('actions/build-scan-push/judge.sh', missing, 'HIGH'),
    ).not.toMatchObject({ code: 0 });
    expect(
      await run('actions/build-scan-push/judge.sh', file, 'HIGH'),
    ).not.toMatchObject({ code: 0 });
  });
});

describe('the exceptions of a scan', () => {
  const fetchExceptions = () => run('scripts/portal/scan-exceptions.sh', file);

  it('are what the portal exports for this service', async () => {
    const exported = 'vulnerabilities:\n  - id: CVE-2026-1111\n';
    portal.answerWith(() => ({ status: 200, body: exported }));

    expect(await fetchExceptions()).toMatchObject({ code: 0 });
    expect(await readFile(file, 'utf8')).toBe(exported);
    expect(portal.requests).toMatchObject([
      {
        method: 'GET',
        path: '/api/escape-hatch/v1/exports/trivy?entityRef=component%3Adefault%2Forders-api',
        authorization: 'Bearer token-of-this-job',
      },
    ]);
  });

  it.each([401, 404, 500])(
    'are none where the portal answers with %d',
    async status => {
      portal.answerWith(() => ({
        status,
        body: 'vulnerabilities: [{ id: CVE-2026-1111 }]',
      }));
      expect(await fetchExceptions()).toMatchObject({ code: 0 });
      expect(await readFile(file, 'utf8')).toBe('vulnerabilities: []\n');
    },
  );
});

describe('a report', () => {
  const report = () =>
    run('scripts/portal/report.sh', 'drift', 'sarif', file, 'staging');

  beforeEach(() => writeFile(file, '{"version":"2.1.0"}'));

  it('says what it is about', async () => {
    portal.answerWith(() => ({ status: 202 }));
    expect(await report()).toMatchObject({ code: 0 });
    expect(portal.requests).toMatchObject([
      {
        method: 'POST',
        path: '/api/golden-path/v1/reports/drift',
        body: {
          entityRef: 'component:default/orders-api',
          environment: 'staging',
          observedAt: expect.stringMatching(
            /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
          ),
          format: 'sarif',
          report: { version: '2.1.0' },
          url: 'https://github.com/shop/orders-api/actions/runs/42',
        },
      },
    ]);
  });

  it.each([404, 503])('does not fail a job for %d', async status => {
    portal.answerWith(() => ({ status }));
    const { code, log } = await report();
    expect(code).toBe(0);
    expect(log).toContain('::warning');
  });

  it('fails where the portal refuses it, with its words', async () => {
    portal.answerWith(() => ({
      status: 400,
      body: { error: { name: 'InputError', message: 'runs: expected' } },
    }));
    const { code, log } = await report();
    expect(code).toBe(1);
    expect(log).toContain('status 400): runs: expected');
  });
});

describe('the check of objectives', () => {
  const check = () => run('scripts/portal/check-objectives.sh', 'slos');

  it('sends each document', async () => {
    portal.answerWith(() => ({
      status: 200,
      body: { valid: true, problems: [] },
    }));
    expect(await check()).toMatchObject({ code: 0 });
    const path = 'slos/orders-api.yaml';
    expect(portal.requests).toMatchObject([
      {
        path: '/api/slo/v1/validate',
        body: {
          documents: [
            {
              file: path,
              content: await readFile(join(folder, 'orders-api', path), 'utf8'),
            },
          ],
        },
      },
    ]);
  });

  it('marks what is wrong where it is', async () => {
    portal.answerWith(() => ({
      status: 200,
      body: {
        valid: false,
        problems: [
          {
            severity: 'error',
            file: 'slos/orders-api.yaml',
            line: 4,
            column: 9,
            path: 'slos[0].target',
            message: 'Expected a number,\nnot 100 %',
          },
        ],
      },
    }));
    const { code, log } = await check();
    expect(code).toBe(1);
    expect(log).toBe(
      '::error file=slos/orders-api.yaml,line=4,col=9::slos[0].target: Expected a number,%0Anot 100 %25\n',
    );
  });

  it('does not stop anybody while the portal is away', async () => {
    portal.answerWith(() => ({ status: 404 }));
    const { code, log } = await check();
    expect(code).toBe(0);
    expect(log).toContain('Not checked');
  });
});
