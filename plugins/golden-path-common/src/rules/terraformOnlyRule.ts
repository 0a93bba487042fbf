import { defineRule } from './defineRule';

export const terraformOnlyRule = defineRule({
  id: 'terraform-only',
  title: 'Resources in Terraform or Helm only',
  description:
    'What runs is written down: no pipeline or script makes or changes resources by kubectl.',
  waivable: true,
});
