import { defineRule } from './defineRule';

export const valuesSchemaRule = defineRule({
  id: 'values-schema',
  title: 'Values fit the chart',
  description:
    'The values of each environment, laid over those of the chart, fit its values.schema.json.',
  waivable: false,
});
