import type { EscapeHatchDraft } from '@golden-path/backstage-plugin-escape-hatch-common';

/** A request of the demo, and who does what with it. Users by their names. */
export interface DemoHatch {
  requester: string;
  draft: EscapeHatchDraft;
  /** Who approves, stage by stage. */
  approvers: string[];
  /** Who asks for changes in the first stage, and how. */
  changes?: { by: string; comment: string };
}
