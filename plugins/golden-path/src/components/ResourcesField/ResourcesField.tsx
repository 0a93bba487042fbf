import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { resourcesSchema } from '../../fields/resourcesSchema';
import { RESOURCE_NAMES } from '../../resources/ResourceAnswers';
import { resourceProblems } from '../../resources/resourceProblems';
import { useFieldStyles } from '../../theme/useFieldStyles';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: theme.spacing(2, 3),
      marginTop: theme.spacing(1),
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
  }),
  { name: 'GoldenPathResources' },
);

/** What each replica gets: requests beside limits, with what is wrong while it is typed. */
export function ResourcesField(props: typeof resourcesSchema.TProps) {
  const { idSchema, schema, formData, onChange } = props;
  const { required, disabled, readonly } = props;
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { root, legend, quiet } = useFieldStyles();
  // Without a default in the template there is nothing yet to find fault with.
  const problems = formData ? resourceProblems(formData, t) : {};
  return (
    <fieldset id={idSchema.$id} className={root}>
      <legend className={legend}>{schema.title ?? t('resources.title')}</legend>
      {schema.description && <p className={quiet}>{schema.description}</p>}
      <div className={classes.grid}>
        {RESOURCE_NAMES.map(name => (
          <TextField
            key={name}
            id={`${idSchema.$id}_${name}`}
            label={t(`resources.${name}.title`)}
            required={required}
            disabled={disabled || readonly}
            value={formData?.[name] ?? ''}
            onChange={({ target }) =>
              onChange({ ...formData!, [name]: target.value.trim() })
            }
            error={problems[name] !== undefined}
            helperText={problems[name] ?? t(`resources.${name}.hint`)}
            FormHelperTextProps={{ role: problems[name] ? 'alert' : undefined }}
            inputProps={{ autoComplete: 'off', spellCheck: false }}
          />
        ))}
      </div>
    </fieldset>
  );
}
