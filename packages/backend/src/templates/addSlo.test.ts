import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import goldenPathModule from '@golden-path/backstage-plugin-scaffolder-backend-module-golden-path';
import { readSloDocuments } from '@golden-path/backstage-plugin-slo-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';

const FOLDER = join(__dirname, '../../../../templates/add-slo');

const template = parse(readFileSync(join(FOLDER, 'template.yaml'), 'utf8'));
const availability = {
  component: 'component:default/orders',
  name: 'availability',
  kind: 'availability',
  selector: 'job="orders"',
  counter: 'http_requests_total',
  success: 'status!~"5.."',
  objective: 0.995,
  window: '30d',
};
const latency = {
  component: 'component:default/orders',
  name: 'latency',
  kind: 'latency',
  selector: 'job="orders", path="/api/orders"',
  histogram: 'http_request_duration_seconds_bucket',
  threshold: 0.5,
  objective: 0.95,
  window: '28d',
};

describe('template add-slo', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    const component = (name: string, annotations = {}) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace: 'default', annotations },
      spec: { type: 'service', owner: 'shop', lifecycle: 'production' },
    });
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        goldenPathModule,
        mockServices.rootConfig.factory({ data: {} }),
        catalogServiceMock.factory({
          entities: [
            component('orders'),
            component('billing', { 'golden-path.io/slo': 'slo.yaml' }),
          ],
        }),
      ],
    });
  });

  function dryRun(values: object, tried: object = template) {
    return request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .send({ template: tried, values, directoryContents: [] });
  }

  async function render(values: object, tried: object = template) {
    const { status, body } = await dryRun(values, tried);
    expect({ status, error: body.error }).toEqual({ status: 200 });
    expect(body.directoryContents).toHaveLength(1);
    const [{ path, base64Content }] = body.directoryContents;
    const content = Buffer.from(base64Content, 'base64').toString('utf8');
    return { path, content, output: body.output };
  }

  function read(content: string) {
    return readSloDocuments([{ file: 'slo.yaml', content }]);
  }

  it('counts successful requests', async () => {
    const { path, content } = await render({
      ...availability,
      description: 'Orders that are placed without an error',
      agreedWith: 'user:default/product-lead',
      reviewAction: 'Reliability review required before next feature release',
      freezeAction: 'Feature freeze; all hands on reliability',
    });
    expect(path).toBe('orders/slos/availability.yaml');
    expect(read(content)).toEqual({
      problems: [],
      slos: [
        expect.objectContaining({
          service: 'orders',
          name: 'availability',
          description: 'Orders that are placed without an error',
          agreedWith: ['user:default/product-lead'],
          objective: 0.995,
          method: 'occurrences',
          window: { type: 'rolling', seconds: 2_592_000 },
          indicator: {
            form: 'ratio',
            good: 'sum(rate(http_requests_total{job="orders",status!~"5.."}[5m]))',
            total: 'sum(rate(http_requests_total{job="orders"}[5m]))',
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
        }),
      ],
    });
  });

  it('counts requests that are fast enough', async () => {
    const { path, content } = await render(latency);
    expect(path).toBe('orders/slos/latency.yaml');
    const { slos, problems } = read(content);
    expect(problems).toEqual([]);
    expect(slos).toEqual([
      expect.objectContaining({
        objective: 0.95,
        window: { type: 'rolling', seconds: 2_419_200 },
        policy: [],
        indicator: expect.objectContaining({
          form: 'latency',
          thresholdSeconds: 0.5,
          total:
            'sum(rate(http_request_duration_seconds_count{job="orders",path="/api/orders"}[5m]))',
        }),
      }),
    ]);
  });

  it.each([
    [
      'everything',
      {
        description: 'All',
        agreedWith: 'Ann',
        reviewAction: 'R',
        freezeAction: 'F',
      },
    ],
    ['no policy', { description: 'All' }],
    ['half a policy', { freezeAction: 'Freeze' }],
  ])('shows the document that it writes, with %s', async (_, optional) => {
    for (const values of [availability, latency]) {
      const { content, output } = await render({ ...values, ...optional });
      expect(read(content).problems).toEqual([]);
      const [, shown] = output.text[0].content.split(/```(?:yaml)?\n/);
      expect(shown).toBe(content);
    }
  });

  it('says that the portal can use the document', async () => {
    const { output } = await render(availability);
    expect(output.validation).toEqual({
      findings: [],
      // slo-document and slo-required
      rulesPassed: 2,
      manifests: [],
    });
  });

  it('says with its line what the portal could not use', async () => {
    const unasked = { ...template, spec: { ...template.spec, parameters: [] } };
    const { content, output } = await render(
      { ...availability, window: 'soon' },
      unasked,
    );
    const line = content.split('\n').indexOf('    window: "soon"') + 1;
    expect(output.validation).toEqual({
      findings: [
        {
          file: 'orders/slos/availability.yaml',
          line: 1,
          rule: 'slo-required',
          severity: 'error',
          message: 'The service has no sound SLO.',
          fix: expect.any(String),
        },
        {
          file: 'orders/slos/availability.yaml',
          line,
          rule: 'slo-document',
          severity: 'error',
          message: expect.stringMatching(/^slos\[0\]\.window: .*"soon"/),
          fix: 'Correct the document as docs/slo/document-format.md describes it.',
        },
      ],
      rulesPassed: 0,
      manifests: [],
    });
  });

  it('asks for the annotation only where there is none', async () => {
    const without = await render(availability);
    expect(without.output.text[1].content).toContain(
      'golden-path.io/slo: slos/*.yaml',
    );
    const billing = { ...availability, component: 'component:default/billing' };
    const { output } = await render(billing);
    expect(output.text[1].content).toContain('`slo.yaml`');
    expect(output.text[1].content).not.toContain('```');
  });

  it.each([
    'He said "no": #1, {a: b} & *c',
    '${{ parameters.component }} {% if true %}x{% endif %} {{ 7 * 7 }}',
    "- 'single' \\ backslash \\n %YAML",
    'null',
    '⏱ über 99 %',
  ])('keeps the text %j as it is', async text => {
    const { content, output } = await render({
      ...availability,
      description: text,
      freezeAction: text,
    });
    const { slos, problems } = read(content);
    expect(problems).toEqual([]);
    expect(slos[0]).toMatchObject({
      description: text,
      policy: [{ action: text }],
    });
    expect(output.text[0].content).toContain(content);
  });

  it.each([
    ['name', '../../etc/passwd'],
    ['name', 'a/b'],
    ['name', '${{ 1 }}'],
    ['component', 'component:default/../../etc'],
    ['component', 'user:default/guest'],
    ['description', 'two\nlines'],
    ['freezeAction', 'a ``` fence'],
    ['agreedWith', 'x'.repeat(101)],
    ['selector', ''],
    ['selector', 'job="orders"} or vector(1) #'],
    ['selector', 'job="a",\n  target: 0.1'],
    ['selector', 'job="${{ secrets.token }}"'],
    ['success', 'status'],
    ['counter', 'requests; drop'],
    ['objective', 1],
    ['objective', 99.5],
    ['objective', '0.5'],
    ['window', '1y'],
  ])('refuses %s %j', async (field, value) => {
    const { status, body } = await dryRun({ ...availability, [field]: value });
    expect(status).toBe(400);
    expect(JSON.stringify(body.errors)).toContain(field);
  });
});
