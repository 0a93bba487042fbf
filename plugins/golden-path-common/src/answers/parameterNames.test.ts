import { parameterNames } from './parameterNames';

describe('parameterNames', () => {
  it('has the fields of all pages, and those that depend on answers', () => {
    const pages = [
      {
        properties: { exposure: { type: 'string' } },
        if: { properties: { exposure: { const: 'public' } } },
        then: { properties: { host: { type: 'string' } } },
        else: { properties: { callers: { type: 'array' } } },
      },
      {
        properties: {
          kind: { enum: ['availability', 'latency'] },
          resources: { properties: { cpu: { type: 'string' } } },
        },
        dependencies: {
          kind: {
            oneOf: [
              { properties: { counter: { type: 'string' } } },
              { properties: { histogram: { type: 'string' } } },
            ],
          },
          resources: ['kind'],
        },
        allOf: [{ anyOf: [{ properties: { size: {} } }] }],
      },
    ];
    expect([...parameterNames(pages)].sort()).toEqual([
      'callers',
      'counter',
      'exposure',
      'histogram',
      'host',
      'kind',
      'resources',
      'size',
    ]);
  });

  it('takes one page without a list', () => {
    expect([...parameterNames({ properties: { name: {} } })]).toEqual(['name']);
  });

  it('ends for a schema that contains itself', () => {
    const page: Record<string, unknown> = { properties: { name: {} } };
    page.allOf = [page];
    expect([...parameterNames(page)]).toEqual(['name']);
  });

  it.each([undefined, null, 'name', 1, [], [null], {}])(
    'has none for %j',
    parameters => {
      expect(parameterNames(parameters).size).toBe(0);
    },
  );
});
