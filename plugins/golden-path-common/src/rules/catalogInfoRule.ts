import { defineRule } from './defineRule';

export const catalogInfoRule = defineRule({
  id: 'catalog-info',
  title: 'Sound catalog entities',
  description:
    'catalog-info.yaml has entities that the catalog takes: a component with the name of the service and an owner.',
  waivable: false,
});
