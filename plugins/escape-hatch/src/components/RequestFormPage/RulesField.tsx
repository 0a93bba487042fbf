import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { EscapeHatchRule } from '@golden-path/backstage-plugin-escape-hatch-common';
import { statusTone } from '../../theme/statusTone';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { LabelledField } from '../LabelledField';

const useStyles = makeStyles(
  theme => ({
    option: { fontSize: theme.typography.pxToRem(14), lineHeight: '20px' },
    title: {
      fontSize: theme.typography.pxToRem(12),
      lineHeight: '16px',
      color: statusTone(theme).quiet,
    },
  }),
  { name: 'EscapeHatchRulesField' },
);

/** The rules that are left. One that may not be left can be chosen too, so that its description says why. */
export function RulesField(props: {
  id: string;
  /** Ids. */
  value: string[];
  rules: EscapeHatchRule[];
  problem?: string;
  onChange: (ids: string[]) => void;
}) {
  const { id, value, rules, problem, onChange } = props;
  const t = useEscapeHatchTranslation();
  const classes = useStyles();
  const ids = rules.map(rule => rule.id);
  return (
    <LabelledField
      id={id}
      label={t('form.rules')}
      hint={t('form.rulesHint')}
      problem={problem}
    >
      {control => (
        <Autocomplete
          id={id}
          multiple
          size="small"
          filterSelectedOptions
          // What a link names and nobody knows stays in sight, with its problem.
          options={[...ids, ...value.filter(rule => !ids.includes(rule))]}
          value={value}
          onChange={(_, chosen) => onChange(chosen)}
          noOptionsText={t('form.rulesNone')}
          renderOption={option => {
            const rule = rules.find(candidate => candidate.id === option);
            return (
              <div className={classes.option}>
                <div>{option}</div>
                <div className={classes.title}>
                  {rule?.title}
                  {rule?.waivable === false && `, ${t('form.notWaivable')}`}
                </div>
              </div>
            );
          }}
          renderInput={params => (
            <TextField
              {...params}
              variant="outlined"
              error={problem !== undefined}
              inputProps={{
                ...params.inputProps,
                ...control,
                'aria-required': true,
              }}
            />
          )}
        />
      )}
    </LabelledField>
  );
}
