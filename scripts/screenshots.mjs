import { requireNode } from './lib/requireNode.mjs';

requireNode(20);

// The pictures of the docs, from a portal with fresh state.
import('./lib/testE2eCommand.mjs').then(({ testE2eCommand }) =>
  testE2eCommand({ GOLDEN_PATH_PICTURES: 'true' }),
);
