import type {
  EscapeHatchApi,
  EscapeHatchRequest,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { DraftFields } from '../../draft/DraftFields';
import { toDraft } from '../../draft/toDraft';
import { toEdit } from '../../draft/toEdit';

/** A request that is being edited, and what the form said when it was last saved. */
export interface EditedRequest {
  request: EscapeHatchRequest;
  fields: DraftFields;
}

/**
 * Saves the form: as a new request, or as an edit with, if asked for, the submission after it.
 *
 * @param options.onEdited - told when the edit is saved, so that a submission that fails can be tried again
 * @returns undefined where there was nothing to be saved
 */
export async function saveRequest(options: {
  api: EscapeHatchApi;
  fields: DraftFields;
  comment: string;
  edited?: EditedRequest;
  submit: boolean;
  onEdited: (edited: EditedRequest) => void;
}): Promise<EscapeHatchRequest | undefined> {
  const { api, fields, edited, submit, onEdited } = options;
  if (!edited) {
    return api.createRequest(toDraft(fields, { submit }));
  }
  const comment = options.comment.trim() || undefined;
  const changes = toEdit(edited.fields, fields);
  let { request } = edited;
  if (changes) {
    request = await api.editRequest(request.id, {
      ...changes,
      expectedVersion: request.version,
      comment,
    });
    onEdited({ request, fields });
  }
  if (submit) {
    return api.actOnRequest(request.id, 'submit', {
      expectedVersion: request.version,
      // It was said with the edit already.
      comment: changes ? undefined : comment,
    });
  }
  return changes && request;
}
