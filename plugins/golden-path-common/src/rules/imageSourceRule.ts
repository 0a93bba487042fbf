import { defineRule } from './defineRule';

export const imageSourceRule = defineRule({
  id: 'image-source',
  title: 'Images from known registries, pinned',
  description:
    'Images come from an allowed registry and are named by digest or by a full commit SHA, so that what was scanned is what runs.',
  waivable: true,
});
