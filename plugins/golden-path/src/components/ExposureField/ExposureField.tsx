import Radio from '@material-ui/core/Radio';
import { makeStyles } from '@material-ui/core/styles';
import type { exposureSchema } from '../../fields/exposureSchema';
import { statusTone } from '../../theme/statusTone';
import { useFieldStyles } from '../../theme/useFieldStyles';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';

const EXPOSURES = ['internal', 'public'] as const;

const useStyles = makeStyles(
  theme => ({
    cards: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
      gap: theme.spacing(2),
      marginTop: theme.spacing(1),
    },
    card: {
      display: 'flex',
      alignItems: 'start',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 2, 1.5, 1),
      border: `1px solid ${statusTone(theme).outline}`,
      borderRadius: 4,
      cursor: 'pointer',
      '&:has(:focus-visible)': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    chosen: {
      borderColor: theme.palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
      background: statusTone(theme).quietTint,
    },
    radio: { padding: theme.spacing(0.25) },
    name: { fontWeight: 600 },
    facts: {
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: theme.spacing(2),
    },
  }),
  { name: 'GoldenPathExposure' },
);

/** Who reaches the service, with what each choice makes of its network. */
export function ExposureField(props: typeof exposureSchema.TProps) {
  const { idSchema, schema, uiSchema, formData, onChange } = props;
  const { rawErrors, required, disabled, readonly } = props;
  const platform = uiSchema['ui:options']?.platform ?? 'kubernetes';
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { root, legend, quiet } = useFieldStyles();
  const id = idSchema.$id;
  return (
    <fieldset
      id={id}
      className={root}
      role="radiogroup"
      aria-required={required}
      aria-invalid={rawErrors.length > 0}
      aria-describedby={schema.description && `${id}-hint`}
    >
      <legend className={legend}>
        {schema.title ?? t('exposure.title')}
        {required && ' *'}
      </legend>
      {schema.description && (
        <p id={`${id}-hint`} className={quiet}>
          {schema.description}
        </p>
      )}
      <div className={classes.cards}>
        {EXPOSURES.map(exposure => {
          const isChosen = formData === exposure;
          const textId = `${id}-${exposure}`;
          return (
            <label
              key={exposure}
              htmlFor={textId}
              className={
                isChosen ? `${classes.card} ${classes.chosen}` : classes.card
              }
            >
              <Radio
                id={textId}
                className={classes.radio}
                color="primary"
                size="small"
                name={id}
                value={exposure}
                checked={isChosen}
                disabled={disabled || readonly}
                onChange={() => onChange(exposure)}
                inputProps={{
                  'aria-labelledby': `${textId}-name`,
                  'aria-describedby': `${textId}-means`,
                }}
              />
              <div>
                <div id={`${textId}-name`} className={classes.name}>
                  {t(`exposure.${exposure}`)}
                </div>
                <div id={`${textId}-means`}>
                  {t(`exposure.${platform}.${exposure}.summary`)}
                  <ul className={`${quiet} ${classes.facts}`}>
                    <li>{t(`exposure.${platform}.${exposure}.way`)}</li>
                    <li>{t(`exposure.${platform}.${exposure}.guard`)}</li>
                  </ul>
                </div>
              </div>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
