import PauseIcon from '@material-ui/icons/Pause';
import type {
  EscapeHatchRequest,
  RequestAction,
  RequestStage,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatEndDay } from '../format/formatEnd';
import { formatDay } from '../format/formatMoment';
import { joinNames } from '../format/joinNames';
import { personName } from '../format/personName';
import { lowerFirst } from '../format/lowerFirst';
import { shortRefs } from '../format/shortRefs';
import type { Note } from './Note';
import type { ViewContext } from './ViewContext';

const DECISIONS: RequestAction[] = ['approve', 'request-changes', 'reject'];

/** Of a submitted request: what the reader is asked to decide, or why not. */
export function decisionNote(
  request: EscapeHatchRequest,
  context: ViewContext,
): Note {
  const { t } = context;
  const index = request.stages.findIndex(s => s.id === request.currentStage);
  const stage = request.stages[index];
  const title = stage?.title ?? request.currentStage ?? '–';
  const actions = DECISIONS.filter(a => request.allowedActions.includes(a));
  if (request.flags.includes('stalled')) {
    return {
      id: 'stalled',
      tone: 'warn',
      icon: { icon: PauseIcon, tone: 'warn' },
      headline: t('request.note.stalled', { stage: title }),
      text: [
        ...whyNobody(stage),
        t('request.note.stalledText', { groups: groupsOf(stage, 'or') }),
      ],
      actions,
    };
  }
  if (actions.length === 0) {
    const { approve } = request.denied;
    return {
      id: 'waits',
      tone: 'quiet',
      headline: t('request.note.waits', { stage: title }),
      text: approve
        ? [t('request.note.mayNot', { reason: shortRefs(approve) })]
        : [],
      actions,
    };
  }
  return {
    id: 'decide',
    tone: 'accent',
    headline: headlineOf({ title, index, total: request.stages.length, t }),
    text: [
      stage?.resolvedFrom.includes(context.me?.ref ?? '')
        ? t('request.note.mayAsNamed')
        : t('request.note.mayAsMember', { groups: groupsOf(stage, 'or') }),
      t('request.note.version', { version: String(request.version) }),
      consequence({ request, index, context }),
    ],
    actions,
  };
}

function headlineOf(options: {
  title: string;
  index: number;
  total: number;
  t: ViewContext['t'];
}): string {
  const { title: stage, index, total, t } = options;
  if (total === 1) {
    return t('request.note.decide', { stage });
  }
  return index === total - 1
    ? t('request.note.decideLast', { stage, total: String(total) })
    : t('request.note.decideOf', {
        stage,
        index: String(index + 1),
        total: String(total),
      });
}

/** What an approval leads to. */
function consequence(options: {
  request: EscapeHatchRequest;
  index: number;
  context: ViewContext;
}): string {
  const { request, index, context } = options;
  const { t, now } = context;
  const next = request.stages[index + 1];
  if (next) {
    return t('request.note.nextStage', { stage: next.title });
  }
  const end = formatEndDay(request.expiresAt, context);
  const { startsAt, renewalOf } = request;
  if (startsAt && Date.parse(startsAt) > now.getTime()) {
    return t('request.note.opensOn', {
      start: formatDay(startsAt, context),
      end,
    });
  }
  return renewalOf
    ? t('request.note.replaces', { number: String(renewalOf.number), end })
    : t('request.note.opensNow', { end });
}

/** `platform-lead: edited it.` for everybody of the stage. */
function whyNobody(stage: RequestStage | undefined): string[] {
  return (stage?.candidates ?? []).map(
    ({ ref, reason }) => `${personName(ref)}: ${lowerFirst(shortRefs(reason))}`,
  );
}

function groupsOf(stage: RequestStage | undefined, by: 'and' | 'or'): string {
  return joinNames((stage?.resolvedFrom ?? []).map(personName), by);
}
