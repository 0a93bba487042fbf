import type { RequestContent } from '@golden-path/backstage-plugin-escape-hatch-common';
import { CONTENT_FIELDS, type ContentField } from './contentField';
import { type DiffLine, lineDiff } from './lineDiff';

/** A field that says something else. */
export interface ChangedField {
  field: ContentField;
  lines: DiffLine[];
}

/** What differs between two contents, in the order of the form, and how many fields do not. */
export function changedFields(options: {
  before: RequestContent;
  after: RequestContent;
  /** How a field reads. */
  textOf: (content: RequestContent, field: ContentField) => string;
}): { changed: ChangedField[]; same: number } {
  const { before, after, textOf } = options;
  const changed = CONTENT_FIELDS.flatMap(field => {
    const lines = lineDiff(textOf(before, field), textOf(after, field));
    return lines.length > 0 ? [{ field, lines }] : [];
  });
  return { changed, same: CONTENT_FIELDS.length - changed.length };
}
