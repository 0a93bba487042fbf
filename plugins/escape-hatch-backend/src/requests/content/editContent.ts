import type {
  EscapeHatchEdit,
  RequestContent,
} from '@golden-path/backstage-plugin-escape-hatch-common';
import type { EscapeHatchSettings } from '../../settings';
import { toContent } from './toContent';

/** The content with the fields of an edit: what is left out stays, `null` takes away. */
export function editContent(
  content: RequestContent,
  edit: EscapeHatchEdit,
  settings: Pick<EscapeHatchSettings, 'rules' | 'timeZone'>,
): RequestContent {
  const { expectedVersion, comment, startsAt, target, ...fields } = edit;
  const named = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  return toContent(
    {
      ...content,
      ...named,
      startsAt: startsAt === null ? undefined : startsAt ?? content.startsAt,
      target: target === null ? undefined : target ?? content.target,
    },
    settings,
  );
}
