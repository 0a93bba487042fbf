import { requireNode } from './lib/requireNode.mjs';

requireNode(20);

import('./lib/testE2eCommand.mjs').then(({ testE2eCommand }) =>
  testE2eCommand(),
);
