import { check, found, replace } from '../__testUtils__/check';

const FILE = 'orders-api/slos/orders-api.yaml';
const METRICS = 'orders-api/src/metrics.ts';

describe('checkSloDocuments', () => {
  it('says what the reader of SLO documents says', async () => {
    const { findings } = await check({
      [FILE]: replace('window: 30d', 'window: 30x'),
    });
    // Without it there is none.
    expect(findings[0]).toMatchObject({
      file: FILE,
      line: 1,
      rule: 'slo-required',
    });
    expect(findings[1]).toMatchObject({
      file: FILE,
      line: 8,
      rule: 'slo-document',
      severity: 'error',
      message: expect.stringMatching(/^slos\[0\]\.window: /),
    });
  });

  it('finds no document', async () => {
    expect(
      (await found({ [FILE]: null })).filter(text =>
        text.includes('slo-required'),
      ),
    ).toEqual([
      'orders-api/catalog-info.yaml:1 slo-required The service has no sound SLO.',
    ]);
  });

  it('reads further documents', async () => {
    expect(
      await found({ 'orders-api/slos/team/more.yml': 'service: orders-api\n' }),
    ).toEqual([
      expect.stringMatching('^orders-api/slos/team/more.yml:1 slo-document '),
    ]);
  });

  describe('slo-latency-bucket', () => {
    it('names the nearest bucket and where to add one', async () => {
      const { findings } = await check({
        [FILE]: replace('target: 0.5', 'target: 0.3'),
      });
      expect(findings).toEqual([
        {
          file: FILE,
          line: 7,
          rule: 'slo-latency-bucket',
          severity: 'warning',
          message:
            'Target 0.3 s is not a bucket of http_request_duration_seconds; 0.25 s is the nearest.',
          fix: 'Use 0.25, or add the bucket 0.3 in src/metrics.ts.',
        },
      ]);
    });

    it.each<[string, Record<string, string | null>]>([
      ['the source does not name', { [METRICS]: 'export {};\n' }],
      [
        'only tests name',
        {
          [METRICS]: null,
          'orders-api/test/metrics.test.ts':
            "name: 'http_request_duration_seconds', buckets: [7]\n",
        },
      ],
      [
        'has its buckets from elsewhere',
        {
          [METRICS]:
            "name: 'http_request_duration_seconds', buckets: defaults\n",
        },
      ],
    ])('passes over a histogram that %s', async (_, edits) => {
      const { findings } = await check({
        [FILE]: replace('target: 0.5', 'target: 0.3'),
        ...edits,
      });
      expect(findings).toEqual([]);
    });
  });
});
