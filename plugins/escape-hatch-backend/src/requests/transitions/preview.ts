import type {
  EscapeHatchDraft,
  PreviewProblem,
  RuleStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { Actor } from '../Actor';
import { type Cap, capOf } from '../content/capOf';
import { checkContent } from '../content/checkContent';
import { stagesFor } from '../content/stagesFor';
import { claimOf } from '../overlap/Claim';
import { checkOwner } from '../standing/checkOwner';
import { askAboutDraft } from './create';
import type { TransitionContext } from './TransitionContext';

/** What the submission of a draft would meet. */
export async function preview(
  context: TransitionContext,
  options: { draft: EscapeHatchDraft; actor: Actor },
): Promise<{
  stages: RuleStage[];
  /** Who takes the place of `owner` in the stages. */
  owners: string[];
  /** Undefined where none of the rules exists. */
  cap: Cap | undefined;
  /** Ids. */
  overlaps: string[];
  problems: PreviewProblem[];
}> {
  const question = await askAboutDraft(context, options);
  const { record, settings, now, overlaps } = question;
  const { content, owners } = record;
  const stranger = await checkOwner(question);
  return {
    stages: stagesFor({ content, chain: record, settings }),
    owners,
    cap: capOf({ content, settings, now }),
    overlaps: (await overlaps(claimOf(record, settings))).map(({ id }) => id),
    problems: [
      ...(stranger
        ? [
            {
              guard: 'not-owner',
              field: 'entityRef',
              message: stranger.reason,
            },
          ]
        : []),
      ...checkContent({ content, settings, now }),
    ],
  };
}
