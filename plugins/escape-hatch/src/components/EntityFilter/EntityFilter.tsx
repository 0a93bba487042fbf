import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { statusTone } from '../../theme/statusTone';
import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { useFoundEntities } from './useFoundEntities';

const useStyles = makeStyles(
  theme => ({
    root: {
      width: 216,
      '& .MuiInputBase-root': {
        height: 32,
        fontFamily: 'inherit',
        fontSize: theme.typography.pxToRem(14),
        background: theme.palette.background.paper,
      },
      '& .MuiAutocomplete-inputRoot[class*="MuiOutlinedInput-root"]': {
        padding: theme.spacing(0, 4, 0, 1),
      },
      '& .MuiAutocomplete-inputRoot .MuiAutocomplete-input': {
        padding: theme.spacing(0, 0.5),
        '&::placeholder': { opacity: 1, color: statusTone(theme).quiet },
      },
      '& .MuiOutlinedInput-notchedOutline': {
        borderColor: statusTone(theme).outline,
      },
    },
  }),
  { name: 'EscapeHatchEntityFilter' },
);

/** Narrows a list to what belongs to an entity of the catalog, found by typing. */
export function EntityFilter(props: {
  label: string;
  kinds: string[];
  /** Full entity ref; empty for all. */
  value: string;
  onChange: (entityRef: string) => void;
}) {
  const { label, kinds, value, onChange } = props;
  const t = useEscapeHatchTranslation();
  const { root } = useStyles();
  const [typed, setTyped] = useState('');
  // What is chosen is no search: all can be seen when the list is opened again.
  const searched = value && typed === nameOf(value) ? '' : typed;
  const { entities, isLoading, error } = useFoundEntities(kinds, searched);
  return (
    <Autocomplete
      className={root}
      size="small"
      options={entities}
      // The catalog has searched already.
      filterOptions={options => options}
      getOptionLabel={nameOf}
      getOptionSelected={(option, chosen) => option === chosen}
      value={value || null}
      onChange={(_, chosen) => onChange(chosen ?? '')}
      onInputChange={(_, text) => setTyped(text)}
      loading={isLoading}
      loadingText={t('list.filter.loading')}
      noOptionsText={error ? t('list.filter.failed') : t('list.filter.none')}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          placeholder={label}
          inputProps={{ ...params.inputProps, 'aria-label': label }}
        />
      )}
    />
  );
}

/** Bad refs in an address narrow to nothing; they need not break the page. */
function nameOf(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}
