import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { listOf } from '../../draft/fieldsFromQuery';
import { LabelledField } from '../LabelledField';

/** Any number of names, typed or pasted: each is taken with Enter, a list at its blanks and commas. */
export function NamesField(props: {
  id: string;
  label: string;
  hint: string;
  problem?: string;
  /** What many type. */
  suggestions: string[];
  value: string[];
  onChange: (names: string[]) => void;
}) {
  const { id, label, hint, problem, suggestions, value, onChange } = props;
  return (
    <LabelledField id={id} label={label} hint={hint} problem={problem}>
      {control => (
        <Autocomplete
          id={id}
          multiple
          freeSolo
          // What was typed counts too when somebody goes on without Enter.
          autoSelect
          size="small"
          filterSelectedOptions
          options={suggestions}
          value={value}
          onChange={(_, chosen) => onChange(listOf(chosen.join(' ')))}
          renderInput={params => (
            <TextField
              {...params}
              variant="outlined"
              error={problem !== undefined}
              inputProps={{ ...params.inputProps, ...control }}
            />
          )}
        />
      )}
    </LabelledField>
  );
}
