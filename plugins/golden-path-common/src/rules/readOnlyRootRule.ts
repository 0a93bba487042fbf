import { defineRule } from './defineRule';

export const readOnlyRootRule = defineRule({
  id: 'read-only-root',
  title: 'Read-only root filesystem',
  description:
    'A container writes to volumes only, so that nobody who breaks in can change what it runs.',
  waivable: true,
});
