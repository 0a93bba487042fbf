import type { RequestContent } from '@golden-path/backstage-plugin-escape-hatch-common';
import { type ContentField, contentField } from '../diff/contentField';
import { formatWeekday } from '../format/formatMoment';
import { endText } from './endText';
import type { ViewContext } from './ViewContext';

/** What a field says, in words. */
export function contentText(options: {
  content: RequestContent;
  field: ContentField;
  context: ViewContext;
}): string {
  const { content, field, context } = options;
  const { t } = context;
  switch (field) {
    case 'riskLevel':
      return t(`common.risk.${content.riskLevel}`);
    case 'category':
      return t(`common.category.${content.category}`);
    case 'startsAt':
      return content.startsAt
        ? formatWeekday(content.startsAt, context)
        : t('request.content.onApproval');
    case 'expiresAt':
      return endText(content.expiresAt, context);
    default: {
      const value = contentField(content, field);
      const text = Array.isArray(value) ? value.join(', ') : value;
      return (
        text ||
        (field === 'vulnerabilities'
          ? t('request.changes.none')
          : t('request.changes.all'))
      );
    }
  }
}
