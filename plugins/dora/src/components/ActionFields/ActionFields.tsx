import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { ActionDraft } from '../../reviews/ActionDraft';
import type { ActionProblems } from '../../reviews/actionProblems';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { OwnerField } from '../OwnerField';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '2fr 1fr 168px',
      gap: theme.spacing(2),
      alignItems: 'start',
      [theme.breakpoints.down(1000)]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
  }),
  { name: 'DoraActionFields' },
);

/** What will be done, by whom, and until when. */
export function ActionFields(props: {
  /** Of the fields: `${name}-title`, `${name}-owner`, `${name}-dueDate`. */
  name: string;
  action: ActionDraft;
  problems: ActionProblems;
  timeZone: string;
  onChange: (action: ActionDraft) => void;
}) {
  const { name, action, problems, timeZone, onChange } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <TextField
        id={`${name}-title`}
        name={`${name}-title`}
        required
        variant="outlined"
        size="small"
        label={t('review.form.actionTitle')}
        value={action.title}
        onChange={event => onChange({ ...action, title: event.target.value })}
        error={problems.title !== undefined}
        helperText={problems.title}
      />
      <OwnerField
        id={`${name}-owner`}
        name={`${name}-owner`}
        value={action.owner}
        problem={problems.owner}
        onChange={owner => onChange({ ...action, owner })}
      />
      <TextField
        id={`${name}-dueDate`}
        name={`${name}-dueDate`}
        required
        type="date"
        variant="outlined"
        size="small"
        label={t('review.form.due')}
        InputLabelProps={{ shrink: true }}
        value={action.dueDate}
        onChange={event => onChange({ ...action, dueDate: event.target.value })}
        error={problems.dueDate !== undefined}
        helperText={problems.dueDate ?? t('review.form.dueHint', { timeZone })}
      />
    </div>
  );
}
