import { defineRule } from './defineRule';

export const driftDetectionRule = defineRule({
  id: 'drift-detection',
  title: 'No drift from what is written down',
  description:
    'A workflow compares on a schedule what runs with what its repository says.',
  waivable: true,
});
