import { requireNode } from './lib/requireNode.mjs';

requireNode(20);

import('./lib/testCommand.mjs').then(({ testCommand }) => testCommand());
