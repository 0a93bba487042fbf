import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { usePageLinks } from '../../hooks/usePageLinks';
import type { Note } from '../../request/Note';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { IconWord } from '../IconWord';
import { NoteBox } from '../NoteBox';
import { PlainText } from '../PlainText';

/** What stands of a request, and its buttons. */
export function NoteLine(props: {
  note: Note;
  /** Id of the request, for asking for the same again. */
  requestId: string;
  buttons: ReactNode;
}) {
  const { note, requestId, buttons } = props;
  const t = useEscapeHatchTranslation();
  const links = usePageLinks();
  const { tone, icon, headline, link, quote, text, isOver } = note;
  const head = (
    <strong>
      {headline}
      {link && links && (
        <>
          {' '}
          <Link to={links.request(link.id)}>{`#${link.number}`}</Link>.
        </>
      )}
    </strong>
  );
  return (
    <NoteBox tone={tone} buttons={buttons}>
      {icon ? <IconWord {...icon}>{head}</IconWord> : head}
      {quote && (
        <PlainText>
          {t('request.timeline.comment', { comment: quote })}
        </PlainText>
      )}
      {text.length > 0 && <p className="quiet">{text.join(' ')}</p>}
      {isOver && links && (
        <p>
          <Link to={links.create({ from: requestId })}>
            {t('request.again')}
          </Link>
        </p>
      )}
    </NoteBox>
  );
}
