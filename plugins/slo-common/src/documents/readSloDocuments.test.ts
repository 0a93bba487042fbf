import { SEED_DOCUMENT } from './__fixtures__/seedDocument';
import { readSloDocuments } from './readSloDocuments';

const SOUND = `service: shop
slos:
  - name: availability
    sli: { good: "rate(a[5m])", total: "rate(b[5m])" }
    target: 0.99
    window: 30d
`;

function read(...contents: string[]) {
  const documents = contents.map((content, index) => ({
    file: `${'abc'[index]}.yaml`,
    content,
  }));
  const { slos, problems } = readSloDocuments(documents);
  return {
    names: slos.map(({ service, name }) => `${service}/${name}`),
    problems: problems.map(
      p =>
        `${p.severity} ${p.file}:${p.line}:${p.column} ${p.path}: ${p.message}`,
    ),
  };
}

describe('readSloDocuments', () => {
  it('reads the document of the handbook verbatim', () => {
    const file = 'slos/api-service.yaml';

    const result = readSloDocuments([{ file, content: SEED_DOCUMENT }]);

    expect(result).toEqual({
      slos: [
        {
          format: 'golden-path',
          service: 'api-service',
          name: 'availability',
          owner: 'platform-team',
          description: 'Percentage of HTTP requests that succeed (non-5xx)',
          objective: 0.995,
          window: { type: 'rolling', seconds: 2_592_000 },
          method: 'occurrences',
          indicator: {
            form: 'ratio',
            good: 'sum(rate(http_requests_total{status!~"5.."}[5m]))',
            total: 'sum(rate(http_requests_total[5m]))',
            inferred: true,
            warnings: [],
            rangeSeconds: 300,
          },
          policy: [
            {
              threshold: 0.5,
              action: 'Reliability review required before next feature release',
              effect: 'review',
            },
            {
              threshold: 1,
              action: 'Feature freeze; all hands on reliability',
              effect: 'freeze',
            },
          ],
          gapPolicy: 'gap',
          location: {
            file,
            line: 5,
            indicatorLine: 9,
            policyLines: { from: 12, to: 18 },
          },
        },
        {
          format: 'golden-path',
          service: 'api-service',
          name: 'latency',
          owner: 'platform-team',
          description: '95th percentile latency for POST /api/orders',
          objective: 0.95,
          window: { type: 'rolling', seconds: 2_592_000 },
          method: 'occurrences',
          indicator: {
            form: 'latency',
            good: 'sum(rate(http_request_duration_seconds_bucket{path="/api/orders",le="0.5"}[5m]))',
            total:
              'sum(rate(http_request_duration_seconds_count{path="/api/orders"}[5m]))',
            thresholdSeconds: 0.5,
            buckets: 'http_request_duration_seconds_bucket{path="/api/orders"}',
            inferred: true,
            warnings: [],
            rangeSeconds: 300,
          },
          policy: [],
          gapPolicy: 'gap',
          location: { file, line: 20, indicatorLine: 23 },
        },
      ],
      problems: [],
    });
  });

  it('reads several documents of a file, and lists of documents', () => {
    const other = SOUND.replace('shop', 'bank');
    const listed = SOUND.replace('shop', 'farm')
      .replace(/^/gm, '  ')
      .replace('  ', '- ');

    expect(read(`---\n${SOUND}---\n${other}...\n---\n`, listed)).toEqual({
      names: ['shop/availability', 'bank/availability', 'farm/availability'],
      problems: [],
    });
  });

  it.each([
    ['CRLF', SOUND.replace(/\n/g, '\r\n')],
    ['a byte order mark', `\uFEFF${SOUND}`],
  ])('reads a document with %s', (_, content) => {
    expect(read(content)).toEqual({
      names: ['shop/availability'],
      problems: [],
    });
  });

  it('points into lists of documents', () => {
    const listed = '- service: shop\n  slos: 5\n- 7\n- []\n';

    expect(read(listed).problems).toEqual([
      'error a.yaml:2:9 [0].slos: expected a list of SLOs, got 5',
      'error a.yaml:3:3 [1]: expected an SLO document with service and slos, got 7',
      'error a.yaml:4:3 [2]: expected an SLO document with service and slos, got a list',
    ]);
  });

  it('names both places of a name that is used twice', () => {
    const broken = SOUND.replace('0.99', '99');

    expect(read(SOUND, `# comment\n${broken}`)).toEqual({
      names: ['shop/availability'],
      problems: [
        'error b.yaml:4:11 slos[0].name: expected one SLO "availability" of service "shop", got it at a.yaml:3 and again at b.yaml:4',
        'error b.yaml:6:13 slos[0].target: expected a fraction between 0 and 1, got 99; did you mean 0.99?',
      ],
    });
  });

  it('keeps the sound SLOs beside a broken one', () => {
    const content = `${SOUND}  - name: latency
    sli: { good: "rate(a[5m])", total: "rate(b[5m])" }
    target: 2
    window: 30d
---
a: [
`;

    expect(read(content)).toEqual({
      names: ['shop/availability'],
      problems: [
        'error a.yaml:9:13 slos[1].target: expected a fraction between 0 and 1, got 2; did you mean 0.02?',
        'error a.yaml:13:1 : YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    });
  });

  it.each([
    ['OpenSLO', 'apiVersion: openslo/v1\nkind: SLO'],
    ['OpenSLO', 'apiVersion: openslo/v1alpha\nkind: SLO'],
    ['Sloth', 'version: prometheus/v1\nservice: shop\nslos: []'],
    ['Sloth', 'apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel'],
    ['Pyrra', 'apiVersion: pyrra.dev/v1alpha1\nkind: ServiceLevelObjective'],
  ])('refuses %s by name: %s', (title, content) => {
    expect(read(content).problems).toEqual([
      `error a.yaml:1:1 : expected an SLO document with service and slos, got ${title}, which is not supported yet`,
    ]);
  });

  it.each([
    ['', 'expected an SLO document, got an empty file'],
    ['# only a comment\n---\n', 'expected an SLO document, got an empty file'],
    ['text', 'expected an SLO document with service and slos, got text'],
    ['a: 1', 'expected an SLO document with service and slos, got a mapping'],
    [
      'apiVersion: v1\nkind: Service',
      'expected an SLO document with service and slos, got apiVersion "v1"',
    ],
  ])('refuses what is no SLO document: %j', (content, message) => {
    expect(read(content).problems).toEqual([`error a.yaml:1:1 : ${message}`]);
  });

  it('takes the objective of time slices from the options', () => {
    const content = SOUND.replace(/sli:.*/, 'sli: { metric: lag, op: lt }');

    const { slos } = readSloDocuments([{ file: 'a.yaml', content }], {
      defaultObjective: 0.9,
    });

    expect(slos[0]).toMatchObject({ objective: 0.9, objectiveDefaulted: true });
  });
});
