import { defineRule } from './defineRule';

export const yamlSyntaxRule = defineRule({
  id: 'yaml-syntax',
  title: 'Well-formed YAML',
  description:
    'YAML files can be read: sound syntax, no key twice, within limits of size and depth.',
  waivable: false,
});
