import type {
  EscapeHatchRequest,
  TimelineEntry,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { EscapeHatchTranslation } from '../translation/useEscapeHatchTranslation';

const FIELDS = [
  'rules',
  'justification',
  'riskAssessment',
  'mitigations',
  'riskLevel',
  'category',
  'startsAt',
  'expiresAt',
  'target',
] as const;

/** What was done, in whole words: `approved stage Platform`. */
export function timelineWords(options: {
  entry: TimelineEntry;
  request: EscapeHatchRequest;
  t: EscapeHatchTranslation;
}): string {
  const { entry, request, t } = options;
  switch (entry.action) {
    case 'create':
      return t('request.timeline.create');
    case 'submit':
      return isFirst(entry, request)
        ? t('request.timeline.submit')
        : t('request.timeline.submitAgain');
    case 'edit':
      return editWords(entry, t);
    case 'approve':
      return entry.stage
        ? t('request.timeline.approveStage', {
            stage: stageTitle(entry.stage, request),
          })
        : t('request.timeline.approve');
    case 'request-changes':
      return t('request.timeline.requestChanges');
    case 'review':
      return entry.outcome
        ? t(`request.timeline.${entry.outcome}`)
        : t('request.timeline.review');
    case 'confirm-owner':
      return t('request.timeline.confirmOwner');
    case 'supersede':
      return request.supersededBy
        ? t('request.timeline.supersedeBy', {
            number: String(request.supersededBy.number),
          })
        : t('request.timeline.supersede');
    case 'entity-removed':
      return t('request.timeline.entityRemoved');
    case 'owner-changed':
      return t('request.timeline.ownerChanged');
    default:
      return t(`request.timeline.${entry.action}`);
  }
}

function editWords(entry: TimelineEntry, t: EscapeHatchTranslation): string {
  const names = new Set(entry.changed?.map(path => path.split('.')[0]));
  const fields = FIELDS.filter(field => names.has(field)).map(field =>
    t(`request.timeline.field.${field}`),
  );
  return fields.length > 0
    ? t('request.timeline.editFields', { fields: fields.join(', ') })
    : t('request.timeline.edit');
}

function isFirst(entry: TimelineEntry, request: EscapeHatchRequest): boolean {
  const first = request.timeline?.find(({ action }) => action === entry.action);
  return first === undefined || first.version === entry.version;
}

/** As the stage is called now; its id where the stages have become others. */
function stageTitle(id: string, request: EscapeHatchRequest): string {
  return request.stages.find(stage => stage.id === id)?.title ?? id;
}
