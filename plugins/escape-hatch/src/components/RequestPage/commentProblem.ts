import type { EscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';

/** As the backend has it. */
const COMMENT_MAX = 5_000;

/** What is wrong with a comment. */
export function commentProblem(options: {
  comment: string;
  isMandatory: boolean;
  t: EscapeHatchTranslation;
}): string | undefined {
  const { comment, isMandatory, t } = options;
  const { length } = comment.trim();
  if (length === 0 && isMandatory) {
    return t('request.dialog.commentMissing');
  }
  return length > COMMENT_MAX
    ? t('request.dialog.commentLong', {
        max: String(COMMENT_MAX),
        length: String(length),
      })
    : undefined;
}
