import { defineRule } from './defineRule';

export const hclReferenceRule = defineRule({
  id: 'hcl-reference',
  title: 'Sound Terraform code',
  description:
    'Terraform files are well-formed, and every variable, local value, resource, module and output that they refer to is declared.',
  waivable: false,
});
