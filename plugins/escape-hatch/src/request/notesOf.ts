import EditIcon from '@material-ui/icons/EditOutlined';
import UndoIcon from '@material-ui/icons/Undo';
import type {
  EscapeHatchRequest,
  RequestAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { formatMoment } from '../format/formatMoment';
import { whoName } from '../people/whoName';
import { decisionNote } from './decisionNote';
import { endedNote } from './endedNote';
import type { Note } from './Note';
import { runningNotes } from './runningNotes';
import type { ViewContext } from './ViewContext';

/** What is to be known of a request before it is read, the most pressing first. */
export function notesOf(
  request: EscapeHatchRequest,
  context: ViewContext,
): Note[] {
  switch (request.phase) {
    case 'draft':
      return [draftNote(request, context)];
    case 'submitted':
      return [decisionNote(request, context)];
    case 'changes_requested':
      return [changesNote(request, context)];
    case 'scheduled':
    case 'active':
      return runningNotes(request, context);
    default:
      return [endedNote(request, context)];
  }
}

function draftNote(request: EscapeHatchRequest, { t }: ViewContext): Note {
  return {
    id: 'draft',
    tone: 'quiet',
    icon: { icon: EditIcon, tone: 'quiet' },
    headline: t('request.note.draft'),
    text: [t('request.note.draftText')],
    actions: allowed(request, ['submit', 'edit']),
  };
}

function changesNote(request: EscapeHatchRequest, context: ViewContext): Note {
  const { t, me } = context;
  const asked = request.timeline?.findLast(
    ({ action }) => action === 'request-changes',
  );
  const actions = allowed(request, ['edit', 'submit']);
  return {
    id: 'changes',
    tone: actions.length > 0 ? 'warn' : 'quiet',
    icon: { icon: UndoIcon, tone: 'warn' },
    headline: t('request.note.changes', {
      who: asked ? whoName({ ...context, ref: asked.actor }) : '–',
      time: formatMoment(asked?.at ?? null, context),
    }),
    quote: asked?.comment,
    text: [
      actions.includes('edit')
        ? t('request.note.changesMine')
        : t('request.note.changesTheirs', {
            requester: whoName({ ref: request.requester, me, t }),
          }),
    ],
    actions,
  };
}

function allowed(
  request: EscapeHatchRequest,
  actions: RequestAction[],
): RequestAction[] {
  return actions.filter(action => request.allowedActions.includes(action));
}
