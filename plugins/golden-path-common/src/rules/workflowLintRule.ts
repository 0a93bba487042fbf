import { defineRule } from './defineRule';

export const workflowLintRule = defineRule({
  id: 'workflow-lint',
  title: 'Sound and safe workflows',
  description:
    'Workflows are well-formed, ask for few permissions, pin actions by commit SHA, end in time, leave no credentials behind and keep expressions out of scripts.',
  waivable: false,
});
