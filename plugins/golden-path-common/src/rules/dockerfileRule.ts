import { defineRule } from './defineRule';

export const dockerfileRule = defineRule({
  id: 'dockerfile',
  title: 'Sound Dockerfile',
  description:
    'Base images are pinned by digest, the image runs as an unprivileged numeric user, decides on a health check, fetches nothing unverified and has no secrets in it.',
  waivable: false,
});
