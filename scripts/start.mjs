import { requireNode } from './lib/requireNode.mjs';

requireNode(20);

import('./lib/startCommand.mjs').then(({ startCommand }) =>
  startCommand(process.argv.slice(2)),
);
