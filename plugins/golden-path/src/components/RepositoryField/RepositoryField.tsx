import { useEffect, useMemo, useState } from 'react';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { repositorySchema } from '../../fields/repositorySchema';
import { addressIn, findPlace } from '../../repository/address';
import { addressProblem } from '../../repository/addressProblem';
import { readPlaces } from '../../repository/RepositoryPlace';
import { useFieldStyles } from '../../theme/useFieldStyles';
import { useGoldenPathTranslation } from '../../translation/useGoldenPathTranslation';

/** In the list of places: none of them. */
const OTHER = 'other';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: theme.spacing(2, 3),
      margin: theme.spacing(1, 0),
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    address: { overflowWrap: 'anywhere' },
  }),
  { name: 'GoldenPathRepository' },
);

/** Where a repository lies: one of the platform's places and a name, or any address. */
export function RepositoryField(props: typeof repositorySchema.TProps) {
  const { idSchema, schema, uiSchema, formData, formContext } = props;
  const { required, disabled, readonly, onChange } = props;
  const { gitops = false, nameParameter = 'name' } =
    uiSchema['ui:options'] ?? {};
  const config = useApi(configApiRef);
  const t = useGoldenPathTranslation();
  const classes = useStyles();
  const { root, legend, quiet } = useFieldStyles();
  const places = useMemo(
    () => readPlaces(config).filter(({ isShared }) => isShared === gitops),
    [config, gitops],
  );
  const [isOther, setOther] = useState(false);
  const service = String(formContext?.formData?.[nameParameter] ?? '');
  const first = places[0];
  const isUnanswered = formData === undefined;
  useEffect(() => {
    if (isUnanswered) {
      onChange(first ? addressIn(first, service) : '');
    }
    // Only what nobody has answered is proposed; the handler is another one each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isUnanswered, first, service]);

  const address = formData ?? '';
  const found = isOther ? undefined : findPlace(places, address);
  const problem = address ? addressProblem(address, t) : undefined;
  const id = idSchema.$id;
  const isFixed = disabled || readonly;
  const status = { role: problem ? 'alert' : undefined };
  const nameHint =
    found && service && found.name !== service
      ? t('repository.differs', { name: service })
      : undefined;
  return (
    <fieldset id={id} className={root}>
      <legend className={legend}>
        {schema.title ?? t('repository.title')}
        {required && ' *'}
      </legend>
      {schema.description && <p className={quiet}>{schema.description}</p>}
      <div className={classes.grid}>
        {places.length > 0 && (
          <TextField
            id={`${id}_place`}
            select
            SelectProps={{ native: true }}
            label={t('repository.place')}
            disabled={isFixed}
            value={found ? places.indexOf(found.place) : OTHER}
            onChange={({ target }) => {
              const place = places[Number(target.value)];
              setOther(place === undefined);
              if (place) {
                onChange(addressIn(place, found?.name || service));
              }
            }}
          >
            {places.map(({ title, url }, index) => (
              <option key={url} value={index}>
                {title}
              </option>
            ))}
            <option value={OTHER}>{t('repository.other')}</option>
          </TextField>
        )}
        {found && !gitops && (
          <TextField
            id={`${id}_name`}
            label={t('repository.name')}
            disabled={isFixed}
            value={found.name}
            onChange={({ target }) =>
              onChange(addressIn(found.place, target.value))
            }
            error={problem !== undefined}
            helperText={problem ?? nameHint}
            FormHelperTextProps={status}
            inputProps={{ autoComplete: 'off', spellCheck: false }}
          />
        )}
        {!found && (
          <TextField
            id={`${id}_address`}
            label={t('repository.address')}
            disabled={isFixed}
            value={address}
            onChange={({ target }) => {
              setOther(true);
              onChange(target.value.trim());
            }}
            error={problem !== undefined}
            helperText={problem ?? t('repository.addressHint')}
            FormHelperTextProps={status}
            inputProps={{ autoComplete: 'off', spellCheck: false }}
          />
        )}
      </div>
      {found && !problem && (
        <p className={`${quiet} ${classes.address}`}>
          {t(gitops ? 'repository.shared' : 'repository.results', {
            url: address,
          })}
        </p>
      )}
    </fieldset>
  );
}
