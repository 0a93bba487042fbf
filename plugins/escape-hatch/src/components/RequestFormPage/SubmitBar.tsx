import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import type { FieldProblem } from '../../draft/FieldProblem';
import type { FieldName } from '../../draft/FieldName';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { ActionButton } from '../ActionButton';
import { HatchCard } from '../HatchCard';
import { IconWord } from '../IconWord';
import { TextButton } from '../TextButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    said: { flex: '1 1 280px', minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'EscapeHatchSubmitBar' },
);

/** One of the ways to save; the first is what most want. */
export interface SaveButton {
  text: string;
  onClick: () => void;
}

/** The end of the form: it can always be tried, and says why it was not saved. */
export function SubmitBar(props: {
  buttons: SaveButton[];
  isBusy: boolean;
  /** Said before the wrong fields: `Not submitted.` */
  failure: string;
  /** What is wrong, after a try. */
  problems: FieldProblem[];
  nameOf: (field: FieldName) => string;
  onField: (field: FieldName) => void;
  /** What the backend said, or that nothing was changed. */
  refusal?: string;
}) {
  const { buttons, isBusy, failure, problems, nameOf, onField, refusal } =
    props;
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  return (
    <HatchCard>
      <div className={classes.root}>
        {buttons.map(({ text, onClick }, i) => (
          <ActionButton
            key={text}
            variant={i === 0 ? 'contained' : 'outlined'}
            color={i === 0 ? 'primary' : 'default'}
            disableElevation
            aria-busy={isBusy}
            onClick={onClick}
          >
            {isBusy && i === 0 ? t('form.saving') : text}
          </ActionButton>
        ))}
        <div className={classes.said} role="alert">
          {problems.length > 0 && (
            <IconWord icon={CloseIcon} tone="bad">
              {`${failure} ${t('form.wrong', { count: problems.length })} `}
              {problems.map(({ field }, i) => (
                <span key={field}>
                  {i > 0 && ', '}
                  <TextButton onClick={() => onField(field)}>
                    {nameOf(field)}
                  </TextButton>
                </span>
              ))}
            </IconWord>
          )}
          {refusal && (
            <IconWord icon={CloseIcon} tone="bad">
              {refusal}
            </IconWord>
          )}
        </div>
      </div>
    </HatchCard>
  );
}
