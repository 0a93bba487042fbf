import { defineRule } from './defineRule';

export const sloDocumentRule = defineRule({
  id: 'slo-document',
  title: 'Sound SLO documents',
  description: 'Every SLO document can be read and measured.',
  waivable: false,
});
