import { useEffect, useId, useRef, useState } from 'react';
import { ResponseError } from '@backstage/errors';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EscapeHatchRequest,
  RuleInUse,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import { DateTime } from 'luxon';
import { errorText } from '../../api/errorText';
import { escapeHatchApiRef } from '../../api/escapeHatchApiRef';
import type { DraftFields } from '../../draft/DraftFields';
import { fieldProblems } from '../../draft/fieldProblems';
import type { FieldName } from '../../draft/FieldName';
import type { FieldProblem } from '../../draft/FieldProblem';
import { previewOf } from '../../draft/previewOf';
import { refusedFields } from '../../draft/refusedFields';
import { usePreview } from '../../hooks/usePreview';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import type { FormState } from './FormState';
import { type EditedRequest, saveRequest } from './saveRequest';

/** The form: what stands in it, what is wrong with it, and how it is saved. */
export function useRequestForm(options: {
  initial: DraftFields;
  edited?: EscapeHatchRequest;
  rules: RuleInUse[];
  onSaved: (request: EscapeHatchRequest) => void;
}) {
  const { initial, rules, onSaved } = options;
  const t = useEscapeHatchTranslation();
  const api = useApi(escapeHatchApiRef);
  const id = useId();
  const [fields, setFields] = useState(initial);
  const [comment, setComment] = useState('');
  const [edited, setEdited] = useState<EditedRequest | undefined>(
    options.edited && { request: options.edited, fields: initial },
  );
  const [tries, setTries] = useState(0);
  const [refused, setRefused] = useState<FieldProblem[]>([]);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const wasSubmit = useRef(false);

  const [zone, setZone] = useState(options.edited?.timeZone);
  const now = DateTime.now();
  const today = (zone ? now.setZone(zone) : now).toISODate() ?? '';
  const draft = previewOf(fields, today);
  const preview = usePreview(draft);
  const timeZone = preview.value?.cap.timeZone ?? zone;
  useEffect(() => setZone(timeZone), [timeZone]);

  const problems = fieldProblems({
    fields,
    comment,
    rules,
    preview: draft && preview.value,
    refused: [...refused, ...fieldsRefusedBy(preview.error)],
    today,
    t,
  });
  const shown = tries > 0 ? problems : problems.filter(p => !p.isMissing);

  const idOf = (name: FieldName) => `${id}-${name}`;
  const focus = (name: FieldName) => focusControl(idOf(name));
  const first = problems.length > 0 ? idOf(problems[0].field) : undefined;
  useEffect(() => {
    // After each try to save, and not while the fields are being put right.
    if (tries > 0 && first) {
      focusControl(first);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tries]);

  const form: FormState = {
    fields,
    set: change => {
      setFields(before => ({ ...before, ...change }));
      setRefused(before => before.filter(({ field }) => !(field in change)));
      setRefusal(undefined);
    },
    idOf,
    problemOf: name => shown.find(({ field }) => field === name),
    messageOf: name => shown.find(({ field }) => field === name)?.message,
  };

  const save = async (submit: boolean) => {
    if (isBusy) {
      return;
    }
    wasSubmit.current = submit;
    setRefusal(undefined);
    if (problems.length > 0) {
      setTries(count => count + 1);
      return;
    }
    setBusy(true);
    try {
      const saved = await saveRequest({
        api,
        fields,
        comment,
        edited,
        submit,
        onEdited: setEdited,
      });
      if (saved) {
        onSaved(saved);
      } else {
        setRefusal(t('form.nothingChanged'));
      }
    } catch (error) {
      const found = fieldsRefusedBy(error);
      setRefused(found);
      if (found.length === 0) {
        setRefusal(t('form.refused', { reason: errorText(error, t) }));
      }
      setTries(count => count + 1);
    } finally {
      setBusy(false);
    }
  };

  return {
    form,
    comment,
    setComment,
    edited: edited?.request,
    preview,
    isAsked: draft !== undefined,
    timeZone,
    isBusy,
    save,
    focus,
    /** What is wrong, after a try. */
    wrong: tries > 0 ? problems : [],
    wasSubmit: wasSubmit.current,
    refusal,
  };
}

/** The fields that a refused body or a guard names. */
function fieldsRefusedBy(error: unknown): FieldProblem[] {
  return error instanceof ResponseError && error.statusCode === 400
    ? refusedFields(error.body.error.message)
    : [];
}

function focusControl(id: string): void {
  const control = document.getElementById(id);
  // Of a group of radio buttons, the chosen one or the first has the focus.
  const field =
    control?.querySelector<HTMLElement>('input:checked') ??
    control?.querySelector<HTMLElement>('input') ??
    control;
  field?.focus();
}
