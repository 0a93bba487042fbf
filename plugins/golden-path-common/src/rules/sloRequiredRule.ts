import { defineRule } from './defineRule';

export const sloRequiredRule = defineRule({
  id: 'slo-required',
  title: 'Service level objectives',
  description:
    'A service has an SLO document with at least one sound objective.',
  waivable: true,
});
