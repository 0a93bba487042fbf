import type { ReviewDraft } from '@golden-path/backstage-plugin-dora-common';

/** An action as it is being written: owner and date may still be missing. */
export type ActionDraft = ReviewDraft['actions'][number];

export const EMPTY_ACTION: ActionDraft = { title: '', owner: '', dueDate: '' };
