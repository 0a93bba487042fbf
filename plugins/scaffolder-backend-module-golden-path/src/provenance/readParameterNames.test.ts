import { readParameterNames } from './readParameterNames';

const BASE_URL =
  'https://github.com/acme/portal/blob/main/templates/x/template.yaml';

const TEMPLATE = `kind: Template
metadata:
  name: greeting
spec:
  parameters:
    - properties: &asked
        name: { type: string }
    - properties: { owner: { type: string } }
      if: { properties: *asked }
      then: { properties: { host: { type: string } } }
`;

const read = (path: string, content: string, baseUrl = BASE_URL) =>
  readParameterNames({
    files: new Map([[path, Buffer.from(content)]]),
    baseUrl,
    name: 'greeting',
  });

describe('readParameterNames', () => {
  it('has what the pages of the template ask', () => {
    expect([...read('template.yaml', TEMPLATE)].sort()).toEqual([
      'host',
      'name',
      'owner',
    ]);
  });

  it('finds the template among the entities of a file of any name', () => {
    const other = TEMPLATE.replace('greeting', 'other').replace('host', 'x');
    expect([
      ...read(
        'all templates.yaml',
        `${other}---\n${TEMPLATE}`,
        'file:///templates/all%20templates.yaml',
      ),
    ]).toContain('host');
  });

  it('finds it where a dry run gives the file another name', () => {
    expect([...read('service.yml', TEMPLATE)]).toContain('host');
  });

  it('has none where nothing is asked', () => {
    const template = 'kind: Template\nmetadata: { name: greeting }\n';
    expect(read('template.yaml', template).size).toBe(0);
  });

  it.each([
    ['a file in another folder', 'skeleton/template.yaml', TEMPLATE],
    ['a file that is no YAML', 'README.md', TEMPLATE],
    ['another template', 'template.yaml', TEMPLATE.replace('greeting', 'x')],
    ['an empty file', 'template.yaml', ''],
  ])('refuses %s', (_, path, content) => {
    expect(() => read(path, content)).toThrow(
      "No YAML file in the folder of the template has the Template 'greeting'; expected it in template.yaml, with the parameters that it asks",
    );
  });
});
