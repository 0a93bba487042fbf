import { useId } from 'react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { useDialogStyles } from '../../theme/useDialogStyles';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { type Outcome, OUTCOMES } from './outcome';

/** What became of an action. */
export function OutcomeField(props: {
  value: Outcome | undefined;
  isMissing: boolean;
  onChange: (outcome: Outcome) => void;
}) {
  const { value, isMissing, onChange } = props;
  const t = useDoraTranslation();
  const classes = useDialogStyles();
  const id = useId();
  return (
    <FormControl
      className={classes.field}
      component="fieldset"
      error={isMissing}
    >
      <FormLabel component="legend" className={classes.label}>
        {t('review.outcome.question')}
      </FormLabel>
      <RadioGroup
        name={`${id}-outcome`}
        aria-label={t('review.outcome.question')}
        aria-invalid={isMissing}
        value={value ?? ''}
        onChange={(_, chosen) => onChange(chosen as Outcome)}
      >
        {OUTCOMES.map(outcome => (
          <FormControlLabel
            key={outcome}
            value={outcome}
            control={<Radio color="primary" size="small" />}
            label={t(`review.outcome.${outcome}`)}
          />
        ))}
      </RadioGroup>
      {isMissing && (
        <FormHelperText role="alert">
          {t('review.outcome.missing')}
        </FormHelperText>
      )}
    </FormControl>
  );
}
