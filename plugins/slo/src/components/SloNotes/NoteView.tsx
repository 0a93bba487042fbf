import type { SloNote } from '../../notes/SloNote';
import { BackfillingNote } from './BackfillingNote';
import { DocumentErrorNote } from './DocumentErrorNote';
import { LoadErrorNote } from './LoadErrorNote';
import { NewQueryNote } from './NewQueryNote';
import { PageNote } from './PageNote';
import { PartialNote } from './PartialNote';
import { PolicyNote } from './PolicyNote';
import { StaleNote } from './StaleNote';

/** One note in the words of its kind. */
export function NoteView(props: {
  note: SloNote;
  now: Date;
  /** How many SLOs stand below the note: if there are others, it says which ones it is about. */
  sloCount: number;
}) {
  const { note, now, sloCount } = props;
  switch (note.kind) {
    case 'loadError':
      return <LoadErrorNote note={note} now={now} />;
    case 'documentError':
      return <DocumentErrorNote note={note} now={now} />;
    case 'page':
      return <PageNote note={note} now={now} isShared={sloCount > 1} />;
    case 'policy':
      return <PolicyNote note={note} now={now} />;
    case 'stale':
      return (
        <StaleNote
          note={note}
          now={now}
          isShared={sloCount > note.slos.length}
        />
      );
    case 'backfilling':
      return (
        <BackfillingNote
          note={note}
          now={now}
          isShared={sloCount > note.slos.length}
        />
      );
    case 'newQuery':
      return <NewQueryNote note={note} now={now} isShared={sloCount > 1} />;
    default:
      return <PartialNote note={note} now={now} isShared={sloCount > 1} />;
  }
}
