import type { ReactNode } from 'react';
import TextField from '@material-ui/core/TextField';
import { LabelledField } from '../LabelledField';

/** A text, a long text or a day. */
export function TextInput(props: {
  id: string;
  label: string;
  hint?: ReactNode;
  problem?: ReactNode;
  type?: 'text' | 'date';
  /** Of a long text. */
  rows?: number;
  isMandatory?: boolean;
  value: string;
  onChange: (value: string) => void;
}) {
  const { id, label, hint, problem, type = 'text', rows } = props;
  const { isMandatory = false, value, onChange } = props;
  return (
    <LabelledField id={id} label={label} hint={hint} problem={problem}>
      {control => (
        <TextField
          id={id}
          type={type}
          variant="outlined"
          size="small"
          fullWidth
          multiline={rows !== undefined}
          minRows={rows}
          maxRows={rows && 16}
          required={isMandatory}
          value={value}
          onChange={event => onChange(event.target.value)}
          error={problem !== undefined}
          inputProps={control}
        />
      )}
    </LabelledField>
  );
}
