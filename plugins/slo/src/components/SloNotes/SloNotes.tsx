import { useId, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { SloNote } from '../../notes/SloNote';
import { useSloTranslation } from '../../translation/useSloTranslation';
import { ActionButton } from '../ActionButton';
import { NoteView } from './NoteView';

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(2) },
    rest: {
      display: 'grid',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
    // Its text begins where the notes do, its padding left of that.
    more: { marginTop: theme.spacing(0.5), marginLeft: -5 },
  }),
  { name: 'SloNotes' },
);

/** The most urgent note; the others are one click away. */
export function SloNotes(props: {
  notes: SloNote[];
  now: Date;
  sloCount: number;
}) {
  const { notes, now, sloCount } = props;
  const t = useSloTranslation();
  const classes = useStyles();
  const restId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [first, ...rest] = notes;
  if (!first) {
    return null;
  }
  return (
    <div className={classes.root}>
      <NoteView note={first} now={now} sloCount={sloCount} />
      {rest.length > 0 && (
        <>
          {isOpen && (
            <div id={restId} className={classes.rest}>
              {rest.map((note, i) => (
                <NoteView
                  key={`${note.kind} ${i}`}
                  note={note}
                  now={now}
                  sloCount={sloCount}
                />
              ))}
            </div>
          )}
          <div className={classes.more}>
            <ActionButton
              color="primary"
              aria-expanded={isOpen}
              aria-controls={isOpen ? restId : undefined}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen
                ? t('note.fewer')
                : t('note.more', { count: rest.length })}
            </ActionButton>
          </div>
        </>
      )}
    </div>
  );
}
