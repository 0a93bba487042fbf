import type { Actor } from '../Actor';
import { assertNotHeld } from './assertNotHeld';
import { commit } from './commit';
import { open } from './open';
import { submission } from './submission';
import type { TransitionContext } from './TransitionContext';

/** Puts a draft, or what was sent back for changes, before its first stage. */
export async function submit(
  context: TransitionContext,
  options: {
    id: string;
    expectedVersion: number;
    comment?: string;
    actor: Actor;
  },
): Promise<void> {
  const question = await open(context, { ...options, action: 'submit' });
  const step = await submission(question, options);
  await commit(context, async tx => {
    await assertNotHeld(tx, context, step.after);
    return [step];
  });
}
