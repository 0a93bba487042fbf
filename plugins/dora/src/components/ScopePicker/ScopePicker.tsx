import InputAdornment from '@material-ui/core/InputAdornment';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { parseEntityRef } from '@backstage/catalog-model';
import { ALL } from '../../hooks/useScope';
import { statusTone } from '../../theme/statusTone';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { type ScopeOption, useScopes } from './useScopes';

const useStyles = makeStyles(
  theme => ({
    root: {
      width: 280,
      background: theme.palette.background.paper,
      borderRadius: theme.shape.borderRadius,
      '& .MuiAutocomplete-inputRoot[class*=MuiOutlinedInput-root]': {
        height: 32,
        padding: theme.spacing(0, 4, 0, 1.5),
        fontFamily: 'inherit',
        fontSize: theme.typography.pxToRem(14),
        '& .MuiAutocomplete-input': { padding: 0 },
        '& .MuiOutlinedInput-notchedOutline': {
          borderColor: statusTone(theme).outline,
        },
      },
    },
    label: { color: statusTone(theme).quiet },
    option: { fontSize: theme.typography.pxToRem(14) },
  }),
  { name: 'DoraScopePicker' },
);

/** Whose delivery is shown: everybody's, a group's or a system's. */
export function ScopePicker(props: {
  scope: string;
  onChange: (scope: string) => void;
}) {
  const { scope, onChange } = props;
  const t = useDoraTranslation();
  const classes = useStyles();
  const { value: scopes = [], loading, error } = useScopes();
  const all: ScopeOption = {
    scope: ALL,
    name: t('page.scope.all'),
    kind: 'all',
  };
  const options = [all, ...scopes];
  const titles = {
    all: '',
    group: t('page.scope.groups'),
    system: t('page.scope.systems'),
  };
  return (
    <Autocomplete
      className={classes.root}
      classes={{ option: classes.option }}
      size="small"
      disableClearable
      options={options}
      value={options.find(option => option.scope === scope) ?? unlisted(scope)}
      getOptionLabel={option => option.name}
      getOptionSelected={(a, b) => a.scope === b.scope}
      groupBy={option => titles[option.kind]}
      loading={loading}
      loadingText={t('page.scope.loading')}
      noOptionsText={error ? t('page.scope.error') : t('page.scope.none')}
      onChange={(_, option) => onChange(option.scope)}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          inputProps={{
            ...params.inputProps,
            'aria-label': t('page.scope.label'),
          }}
          InputProps={{
            ...params.InputProps,
            startAdornment: (
              <InputAdornment position="start">
                <span className={classes.label}>{t('page.scope.label')}</span>
              </InputAdornment>
            ),
          }}
        />
      )}
    />
  );
}

/** A scope of the URL that is no group or system, or not loaded yet. */
function unlisted(scope: string): ScopeOption {
  let name = scope;
  try {
    name = parseEntityRef(scope).name;
  } catch {
    // Shown as it is; the backend says what is wrong with it.
  }
  return { scope, name, kind: 'all' };
}
