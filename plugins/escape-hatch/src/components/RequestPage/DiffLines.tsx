import { makeStyles } from '@material-ui/core/styles';
import type { DiffLine } from '../../diff/lineDiff';
import { statusTone } from '../../theme/statusTone';
import { useHiddenText } from '../../theme/useHiddenText';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';

const useStyles = makeStyles(
  theme => {
    const tone = statusTone(theme);
    return {
      line: {
        display: 'grid',
        gridTemplateColumns: '12px minmax(0, 1fr)',
        gap: theme.spacing(0.5),
        padding: theme.spacing(0.25, 1),
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      },
      removed: { background: tone.badTint },
      added: { background: tone.okTint },
      changed: { fontWeight: 700, textDecoration: 'underline' },
    };
  },
  { name: 'EscapeHatchDiffLines' },
);

/** Lines that were taken away and added, each with its sign; the words that differ are underlined. */
export function DiffLines({ lines }: { lines: DiffLine[] }) {
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  const hidden = useHiddenText();
  return (
    <>
      {lines.map(({ kind, parts }, i) => (
        // Lines have no names, and stay in their order.
        // eslint-disable-next-line react/no-array-index-key
        <div key={i} className={`${classes.line} ${classes[kind]}`}>
          <span aria-hidden>{kind === 'removed' ? '−' : '+'}</span>
          <span>
            <span className={hidden}>{t(`request.changes.${kind}`)}</span>
            {parts.map(({ text, isChanged }, j) =>
              isChanged ? (
                // eslint-disable-next-line react/no-array-index-key
                <span key={j} className={classes.changed}>
                  {text}
                </span>
              ) : (
                text
              ),
            )}
          </span>
        </div>
      ))}
    </>
  );
}
