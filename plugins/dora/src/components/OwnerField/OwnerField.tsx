import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useDoraTranslation } from '../../translation/useDoraTranslation';
import { ownerName, useOwners } from './useOwners';

/** A user or a group of the catalog, found by typing. */
export function OwnerField(props: {
  id: string;
  name: string;
  /** Full entity ref; empty for nobody yet. */
  value: string;
  problem?: string;
  onChange: (ownerRef: string) => void;
}) {
  const { id, name, value, problem, onChange } = props;
  const t = useDoraTranslation();
  const [typed, setTyped] = useState('');
  const { owners, isLoading, error } = useOwners(typed);
  const nothing = error
    ? t('review.form.ownersFailed')
    : t('review.form.ownersNone');
  return (
    <Autocomplete
      id={id}
      size="small"
      options={owners.map(owner => owner.ref)}
      // The catalog has searched already.
      filterOptions={options => options}
      getOptionLabel={ref =>
        owners.find(owner => owner.ref === ref)?.name ?? ownerName(ref)
      }
      value={value || null}
      onChange={(_, chosen) => onChange(chosen ?? '')}
      onInputChange={(_, text) => setTyped(text)}
      getOptionSelected={(option, chosen) => option === chosen}
      loading={isLoading}
      loadingText={t('review.form.ownersLoading')}
      noOptionsText={nothing}
      renderInput={params => (
        <TextField
          {...params}
          name={name}
          required
          variant="outlined"
          label={t('review.form.owner')}
          error={problem !== undefined}
          helperText={problem ?? t('review.form.ownerHint')}
        />
      )}
    />
  );
}
