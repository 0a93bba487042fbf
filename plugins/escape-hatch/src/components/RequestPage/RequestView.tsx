import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ResponseError } from '@backstage/errors';
import type {
  EscapeHatchRequest,
  RequestAction,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { useFocusWhenDone } from '../../hooks/useFocusWhenDone';
import { useFormDialog } from '../../hooks/useFormDialog';
import { useMe } from '../../hooks/useMe';
import { usePageLinks } from '../../hooks/usePageLinks';
import { notesOf } from '../../request/notesOf';
import type { ViewContext } from '../../request/ViewContext';
import { useGridStyles } from '../../theme/useGridStyles';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { DemoFoot } from '../DemoFoot';
import { ActionButtons } from './ActionButtons';
import { ApprovalsCard } from './ApprovalsCard';
import { ChangesCard, type Compared, RENEWED } from './ChangesCard';
import { ConsumersCard } from './ConsumersCard';
import { ContentCard } from './ContentCard';
import { type DecisionAction, DecisionDialog } from './DecisionDialog';
import { NewerNote } from './NewerNote';
import { NoteLine } from './NoteLine';
import { RenewalNote } from './RenewalNote';
import { RenewDialog } from './RenewDialog';
import { RequestHead } from './RequestHead';
import { ReviewDialog } from './ReviewDialog';
import { TargetCard } from './TargetCard';
import { TimeCard } from './TimeCard';
import { TimelineCard } from './TimelineCard';
import { useMaxDays } from './useMaxDays';
import { useRenewed } from './useRenewed';
import type { ShownRequest } from './useShownRequest';

/** One request: what stands, what it says, what was done, and what the reader may do. */
export function RequestView(props: {
  request: EscapeHatchRequest;
  state: ShownRequest;
}) {
  const { request, state } = props;
  const { newer, show, check } = state;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const navigate = useNavigate();
  const grid = useGridStyles();
  const me = useMe();
  const maxDays = useMaxDays(request.rules);
  const renewed = useRenewed(request.renewalOf?.id);
  const [compared, setCompared] = useState<Compared>();
  const [comment, setComment] = useState('');
  const [action, setAction] = useState<RequestAction>();
  const [isLost, setLost] = useState(false);
  const stateRef = useRef<HTMLDivElement>(null);
  const newerRef = useRef<HTMLDivElement>(null);
  const changesRef = useRef<HTMLElement>(null);
  useFocusWhenDone(stateRef);

  const context: ViewContext = {
    now: new Date(),
    timeZone: request.timeZone,
    me,
    t,
  };
  const { open, dialog } = useFormDialog(() =>
    (newerRef.current ?? stateRef.current)?.focus(),
  );

  const act = async (send: () => Promise<EscapeHatchRequest>) => {
    try {
      const answer = await send();
      setComment('');
      setLost(false);
      if (answer.id === request.id) {
        show(answer);
      } else {
        navigate(links?.request(answer.id) ?? `../${answer.id}`, {
          state: { isDone: true },
        });
      }
    } catch (error) {
      const isConflict =
        error instanceof ResponseError && error.statusCode === 409;
      if (!isConflict || !(await check())) {
        throw error;
      }
      setLost(true);
    }
  };

  const compare = (choice: Compared) => {
    setCompared(choice);
    changesRef.current?.focus();
  };

  const showNewer = (next: EscapeHatchRequest) => {
    setLost(false);
    show(next);
    compare({ from: String(request.version), to: String(next.version) });
  };

  const notes = notesOf(request, context);
  // Nothing can be done with a version that is past.
  const isPast = newer !== undefined;
  const inNotes = new Set(notes.flatMap(note => note.actions));
  const others = isPast
    ? []
    : request.allowedActions.filter(candidate => !inNotes.has(candidate));
  const openFor = (chosen: RequestAction) => {
    setAction(chosen);
    open();
  };

  return (
    <>
      <RequestHead request={request} context={context} stateRef={stateRef}>
        <ActionButtons
          actions={others}
          requestId={request.id}
          onOpen={openFor}
        />
      </RequestHead>
      {newer && (
        <NewerNote
          focusRef={newerRef}
          shown={request}
          newer={newer}
          isLost={isLost}
          context={context}
          onShow={() => showNewer(newer)}
        />
      )}
      {notes.map(note => (
        <NoteLine
          key={note.id}
          note={note}
          requestId={request.id}
          buttons={
            !isPast &&
            note.actions.length > 0 && (
              <ActionButtons
                actions={note.actions}
                requestId={request.id}
                isMain
                onOpen={openFor}
              />
            )
          }
        />
      ))}
      {request.renewalOf && (
        <RenewalNote
          request={request}
          renewalOf={request.renewalOf}
          renewed={renewed}
          context={context}
          onCompare={() =>
            compare({ from: RENEWED, to: String(request.version) })
          }
        />
      )}
      <div className={grid.wideAndNarrow}>
        <div className={grid.column}>
          <ContentCard request={request} maxDays={maxDays} context={context} />
          <ChangesCard
            request={request}
            renewed={renewed}
            compared={compared}
            onCompared={setCompared}
            focusRef={changesRef}
            context={context}
          />
          <TimelineCard request={request} context={context} />
        </div>
        <div className={grid.column}>
          <ApprovalsCard request={request} context={context} />
          <TimeCard request={request} maxDays={maxDays} context={context} />
          <TargetCard request={request} context={context} />
          <ConsumersCard request={request} context={context} />
        </div>
      </div>
      <DemoFoot />
      {dialog && action === 'renew' && (
        <RenewDialog {...{ dialog, request, context, act }} />
      )}
      {dialog && action === 'review' && (
        <ReviewDialog {...{ dialog, request, context, act }} />
      )}
      {dialog && isDecision(action) && (
        <DecisionDialog
          {...{ dialog, action, request, context, act, comment }}
          onComment={setComment}
        />
      )}
    </>
  );
}

function isDecision(
  action: RequestAction | undefined,
): action is DecisionAction {
  return action !== undefined && !['edit', 'renew', 'review'].includes(action);
}
