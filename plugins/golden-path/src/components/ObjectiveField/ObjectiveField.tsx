import { useState } from 'react';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import type { objectiveSchema } from '../../fields/objectiveSchema';
import { objectiveProblem } from '../../objective/objectiveProblem';
import { parseWindow } from '../../objective/parseWindow';
import {
  fractionOf,
  HUNDRED_PERCENT,
  parsePercent,
  percentOf,
  percentText,
} from '../../objective/percent';
import { useFieldStyles } from '../../theme/useFieldStyles';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';
import { ObjectiveMeaning } from './ObjectiveMeaning';

/** What SLO documents of the golden path have. */
const DEFAULT_WINDOW = '30d';

/** Stands for everything that can be no objective: a field without a value would get its default again. */
const REFUSED = 0;

/** A percentage, stored as a fraction, with what it means for those who have to keep it. */
export function ObjectiveField(props: typeof objectiveSchema.TProps) {
  const { idSchema, schema, uiSchema, formData, formContext } = props;
  const { rawErrors, required, disabled, readonly, onChange } = props;
  const { window, windowParameter, policy } = uiSchema['ui:options'] ?? {};
  const t = useGoldenPathTranslation();
  const classes = useFieldStyles();
  const [typed, setTyped] = useState<string>();
  const text = shownText(typed, formData);
  const percent = parsePercent(text);
  const problem =
    text === '' && typed === undefined
      ? undefined
      : objectiveProblem({ percent, bounds: schema, t });
  const answer = windowParameter && formContext?.formData?.[windowParameter];
  const windowText = String(answer || window || DEFAULT_WINDOW);
  const windowSeconds = parseWindow(windowText);
  const id = idSchema.$id;
  const hasNoBudget = percent !== undefined && percent >= HUNDRED_PERCENT;
  return (
    <div className={classes.root}>
      <TextField
        id={id}
        fullWidth
        label={schema.title ?? t('objective.title')}
        required={required}
        disabled={disabled || readonly}
        value={text}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(valueOf(target.value));
        }}
        error={problem !== undefined || rawErrors.length > 0}
        helperText={problem ?? schema.description}
        FormHelperTextProps={{ role: problem ? 'alert' : undefined }}
        InputProps={{
          className: classes.short,
          endAdornment: <InputAdornment position="end">%</InputAdornment>,
        }}
        inputProps={{ inputMode: 'decimal', autoComplete: 'off' }}
      />
      {hasNoBudget && (
        <p className={classes.quiet}>{t('objective.noBudget')}</p>
      )}
      {!problem && percent !== undefined && windowSeconds !== undefined && (
        <ObjectiveMeaning
          percent={percent}
          windowSeconds={windowSeconds}
          policy={policy ?? t('objective.policy')}
        />
      )}
    </div>
  );
}

/** What was typed, as long as it is what is stored: `99.50` stays as it is. */
function shownText(typed: string | undefined, stored: unknown): string {
  if (typed !== undefined && valueOf(typed) === stored) {
    return typed;
  }
  return typeof stored === 'number' && Number.isFinite(stored)
    ? percentText(percentOf(stored))
    : '';
}

function valueOf(text: string): number {
  const percent = parsePercent(text);
  return percent === undefined || percent >= HUNDRED_PERCENT
    ? REFUSED
    : fractionOf(percent);
}
