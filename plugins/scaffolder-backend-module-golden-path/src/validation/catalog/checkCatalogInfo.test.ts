import { found, replace } from '../__testUtils__/check';

const FILE = 'orders-api/catalog-info.yaml';

describe('checkCatalogInfo', () => {
  it.each<[string, string | null | ((sound: string) => string), string]>([
    [
      'no file',
      null,
      '1 The service has no catalog-info.yaml: the portal would not know it.',
    ],
    [
      'no component',
      replace('kind: Component', 'kind: Resource'),
      '1 catalog-info.yaml has no Component.',
    ],
    [
      'a name that is none',
      replace('name: orders-api', 'name: Orders API!'),
      '4 The catalog would refuse the entity: "metadata.name" is not valid; expected a string that is sequences of [a-zA-Z0-9] separated by any of [-_.], at most 63 characters in total but found "Orders API!".',
    ],
    [
      'no owner',
      replace('  owner: group:default/platform-team\n', ''),
      "8 The catalog would refuse the entity: /spec must have required property 'owner' - missingProperty: owner",
    ],
    [
      'an unknown root',
      replace('spec:\n', 'sepc: {}\nspec:\n'),
      '1 The catalog would refuse the entity: Malformed envelope, <root> must NOT have additional properties',
    ],
    [
      'objectives that are not there',
      replace('slos/*.yaml', 'slo/*.yaml'),
      '6 golden-path.io/slo names slo/*.yaml, which no file matches.',
    ],
    [
      'one of several',
      replace('slos/*.yaml', 'slos/*.yaml, more/**'),
      '6 golden-path.io/slo names more/**, which no file matches.',
    ],
    [
      'documentation that is not there',
      replace('dir:.', 'dir:./docs'),
      '7 backstage.io/techdocs-ref names a folder without mkdocs.yml.',
    ],
    ['what is no entity', 'text\n', '1 The catalog would refuse the entity: '],
  ])('finds %s', async (_, edit, expected) => {
    const findings = (await found({ [FILE]: edit })).map(text =>
      text.replace(`${FILE}:`, '').replace(' catalog-info ', ' '),
    );
    expect(findings[0]).toContain(expected);
  });

  it('takes further entities', async () => {
    expect(
      await found({
        [FILE]: sound =>
          `${sound}---\napiVersion: backstage.io/v1alpha1\nkind: API\nmetadata:\n  name: orders\nspec:\n  type: openapi\n  lifecycle: production\n  owner: platform-team\n  definition: text\n---\n`,
      }),
    ).toEqual([]);
  });

  it('leaves what cannot be read to the rule about YAML', async () => {
    expect(await found({ [FILE]: 'a: 1\na: 2\n' })).toEqual([
      `${FILE}:2 yaml-syntax The file is no sound YAML: The key 'a' is there twice.`,
    ]);
  });
});
