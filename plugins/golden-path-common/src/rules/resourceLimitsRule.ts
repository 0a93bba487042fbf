import { defineRule } from './defineRule';

export const resourceLimitsRule = defineRule({
  id: 'resource-limits',
  title: 'Resource requests and limits',
  description:
    'Every container asks for CPU and memory and has a limit of both, none below what it asks for, so that one workload cannot starve the others on its node.',
  waivable: true,
});
