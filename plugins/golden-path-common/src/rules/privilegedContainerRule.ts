import { defineRule } from './defineRule';

export const privilegedContainerRule = defineRule({
  id: 'privileged-container',
  title: 'No privileged containers',
  description:
    'A privileged container has all that its node has, the other workloads included.',
  waivable: true,
});
